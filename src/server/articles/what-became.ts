import type { Article } from "#model/article.ts";
import { firstSpeaker, lastChange, type Permalink } from "#model/permalink.ts";
import { statementOf } from "#text/statement.ts";

/** What became of published words, in a sentence for those who see them elsewhere; null where they stand. */
export function whatBecame(article: Article, permalink: Permalink): string | null {
  switch (permalink.state) {
    case "verbatim":
    case "retypeset":
      return null;
    case "reattributed": {
      const on = day(lastChange(permalink)?.date ?? "");
      const first = firstSpeaker(permalink);
      const was = first === null ? "" : ` They were first given to ${first.name}.`;
      return `Since ${on} these words are attributed to ${permalink.speaker?.name ?? "nobody"}.${was}`;
    }
    case "edited": {
      const now = wordsNow(article, permalink);
      return `${whatBecameBriefly(permalink)}${now === null ? "" : ` It now says: “${now}”`}`;
    }
    case "removed":
      return whatBecameBriefly(permalink);
  }
}

/** The same without anybody's name or words, for where those cannot be set; null where the words stand. */
export function whatBecameBriefly(permalink: Permalink): string | null {
  const on = day(lastChange(permalink)?.date ?? "");
  switch (permalink.state) {
    case "verbatim":
    case "retypeset":
      return null;
    case "reattributed":
      return `The story corrected whose words these are on ${on}.`;
    case "edited":
      return `The story changed these words on ${on}.`;
    case "removed":
      return `The story no longer has these words; they went on ${on}.`;
  }
}

/** The same in a few words, to stand before a title that carries the words as they were. */
export function titledAsIs({ state }: Pick<Permalink, "state">, title: string): string {
  switch (state) {
    case "verbatim":
    case "retypeset":
      return title;
    case "reattributed":
      return `Attribution corrected – ${title}`;
    case "edited":
      return `Changed since – ${title}`;
    case "removed":
      return `Taken out since – ${title}`;
  }
}

/** The statement that took the place of edited words. */
function wordsNow(article: Article, { successor }: Permalink): string | null {
  const now = article.quotations.find(({ id }) => id === successor);
  return now === undefined ? null : statementOf(article, now).text.replace(/\s+/g, " ");
}

const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A day as English writes it, the language that is told in outside the site. */
export function day(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? "a later day" : dates.format(time);
}
