import { readdirSync, readFileSync } from "node:fs";
import type { GoldArticle } from "./gold.ts";
import { type GoldenQuote, type GoldenSpeaker, parseCases } from "./golden-case.ts";

const PRONOUN = /^(?:he|she|they|it|his|her|their|who|which)$/i;

/** How the words that attribute a quotation name its speaker: by name, pronoun or role (“nominal”). */
function namedBy(mention: string, { name, aliases, kind }: GoldenSpeaker): string {
  if (PRONOUN.test(mention)) return "pronoun";
  const words = new Set([name, ...aliases].flatMap((one) => one.match(/\p{Lu}[\p{L}-]*/gu) ?? []));
  const named = (mention.match(/\p{Lu}[\p{L}-]*/gu) ?? []).some((word) => words.has(word));
  return kind === "person" && /^\p{Lu}/u.test(name) && named ? "name" : "nominal";
}

function speakerOf({
  speaker,
  mention,
}: GoldenQuote): NonNullable<GoldArticle["quotes"][number]["speaker"]> | null {
  if (speaker === null) return null;
  const text = mention?.text ?? speaker.name;
  const place = mention === null ? {} : { start: mention.start, end: mention.end };
  const resolved = [speaker.name, ...speaker.aliases];
  return { text, kind: namedBy(text, speaker), resolved, by: "hand", ...place };
}

/** A folder of annotated stories, in the golden cases' markup, as gold articles. */
export function readAnnotatedStories(folder: string): readonly GoldArticle[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  return files
    .flatMap((file) => parseCases(file, readFileSync(`${folder}/${file}`, "utf8")))
    .map(({ title, lang, text, quotes, none }) => ({
      id: title,
      lang: lang ?? "en",
      text,
      quotes: quotes.map((quote) => ({
        start: quote.start,
        end: quote.end,
        kind: quote.kind,
        speaker: speakerOf(quote),
      })),
      unattributed: none,
    }));
}
