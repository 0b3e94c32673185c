import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Site } from "#model/page.ts";
import type { Permalink } from "#model/permalink.ts";
import { scoreOf } from "#model/score.ts";
import { day, whatBecame, whatBecameBriefly } from "#server/articles/what-became.ts";
import { statementOfPermalink } from "#text/statement.ts";
import type { Card } from "./card.ts";

/** What the card of a published wording shows, whether its words still stand in the story or not. */
export function cardOf(article: Article, permalink: Permalink, site: Site): Card {
  const { quotation, speaker, state } = permalink;
  const { text, start, quotations } = statementOfPermalink(article, permalink);
  const linked = new Set(quotations.map(({ id }) => id));
  const { length, voices } = scoreOf(article);
  const numbers = new Map(voices.map((voice, at) => [voice.speaker?.name ?? null, at + 1]));
  return {
    text,
    start,
    became: whatBecame(article, permalink),
    becameBriefly: whatBecameBriefly(permalink),
    struck: state === "edited" || state === "removed",
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    voice: speaker === null ? null : (numbers.get(speaker.name) ?? null),
    publication: article.publisher ?? site.name,
    headline: article.headline,
    address: typed(site.url + quotationPath(article.slug, quotation.id)),
    date: article.datePublished === null ? null : day(article.datePublished),
    lang: article.inLanguage,
    marks: voices.flatMap((voice, line) =>
      voice.marks.map(({ quotation: id, start, end }) => ({
        start: start / Math.max(1, length),
        end: end / Math.max(1, length),
        line,
        voice: voice.speaker === null ? null : line + 1,
        linked: linked.has(id),
      })),
    ),
  };
}

/** An address in the letters that it names its story by, without its scheme. */
const typed = (url: string): string => decodeURI(url).replace(/^https?:\/\//, "");
