import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { isLanguage, type Language, languageFor, languageParameter } from "#model/languages.ts";

/** Browsers send a handful of different headers; what they ask for is worked out once. */
const known = new LRUCache<string, Language>({ max: 500 });

/** The language that an `Accept-Language` header asks for (RFC 9110, section 12.5.4); English where there is none. */
function acceptedLanguage(header: string | undefined): Language {
  if (header === undefined) return "en";
  const found = known.get(header);
  if (found !== undefined) return found;
  const language = languageFor(new Negotiator({ headers: { "accept-language": header } }).languages());
  known.set(header, language);
  return language;
}

/** The language of a page's interface: the one in its address, else the one that the browser prefers. */
export function languageOf({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): Language {
  const requested = url.includes(languageParameter)
    ? new URLSearchParams(url.slice(url.indexOf("?") + 1)).get(languageParameter)
    : null;
  return isLanguage(requested) ? requested : acceptedLanguage(headers["accept-language"]);
}
