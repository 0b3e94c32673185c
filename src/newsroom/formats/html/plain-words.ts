import { oneLine, parsePage, wordsIn } from "./dom.ts";

/** A field's words in one line. Some systems escape what they put into JSON-LD and `content` twice: “Fish &amp;amp; chips”. */
export function plainWords(value: string | null): string | null {
  if (value === null || !/&(?:#\d+|#x[\da-f]+|\w+);|<\w/iu.test(value)) return oneLine(value);
  return wordsIn(parsePage(value).body);
}
