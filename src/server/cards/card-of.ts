import type { Article } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { scoreOf } from "#model/score.ts";
import type { Card } from "./card.ts";

/** What the card of a published wording shows, whether its words still stand in the story or not. */
export function cardOf(
  article: Article,
  { quotation, speaker }: Pick<Permalink, "quotation" | "speaker">,
  siteName: string,
): Card {
  const { length, voices } = scoreOf(article);
  const numbers = new Map(voices.map((voice, at) => [voice.speaker?.name ?? null, at + 1]));
  return {
    text: quotation.text,
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    voice: speaker === null ? null : (numbers.get(speaker.name) ?? null),
    publication: article.publisher ?? siteName,
    date: article.datePublished === null ? null : dayOf(article.datePublished),
    lang: article.inLanguage,
    marks: voices.flatMap((voice, line) =>
      voice.marks.map(({ quotation: id, start, end }) => ({
        start: start / Math.max(1, length),
        end: end / Math.max(1, length),
        line,
        voice: voice.speaker === null ? null : line + 1,
        linked: id === quotation.id,
      })),
    ),
  };
}

/** A card is one picture for everybody: its date is in English, the site's first language. */
function dayOf(iso: string): string | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
}
