import { formatDay, formatDayHere } from "#app/ui/format.ts";
import type { ReadingWords } from "#app/words/reading-en.ts";
import type { PermalinkState } from "#model/permalink.ts";
import type { SavedQuotation } from "./saved-quotations.ts";

/** What is known of a quotation's permalink; null where it has not been asked. */
export type StateOf = (saved: SavedQuotation) => PermalinkState | null;

/** Saved quotations for programs, in the words of schema.org (`Quotation`) beside our own `state` and `saved`. */
export function savedAsJson(saved: readonly SavedQuotation[], stateOf: StateOf): string {
  const items = saved.map((one) => ({
    "@type": "Quotation",
    text: one.text,
    creator: one.speaker === null ? null : { name: one.speaker.name, jobTitle: one.speaker.role },
    url: one.url,
    inLanguage: one.inLanguage,
    isPartOf: {
      "@type": "NewsArticle",
      headline: one.headline,
      publisher: one.publisher,
      datePublished: one.datePublished,
    },
    state: stateOf(one),
    saved: one.savedAt,
  }));
  const list = { "@context": "https://schema.org", "@type": "ItemList", itemListElement: items };
  return `${JSON.stringify(list, null, 2)}\n`;
}

/**
 * Saved quotations for people: a quotation in Markdown each, who said it and
 * where under it, and whether the words have changed since.
 *
 * @param locale BCP 47, for dates
 */
export function savedAsMarkdown(
  saved: readonly SavedQuotation[],
  stateOf: StateOf,
  words: ReadingWords,
  locale: string,
): string {
  const entries = saved.map((one) => {
    const paragraphs = one.text.split("\n").map((text) => `> “${escapeMarkdown(text)}`);
    const { name = words.share.unknown, role = null } = one.speaker ?? {};
    const published = one.datePublished === null ? null : formatDay(one.datePublished, locale);
    const state = stateOf(one);
    const changed = state === "edited" || state === "removed" || state === "reattributed" ? state : null;
    const facts = [
      [name, role]
        .filter((part) => part !== null)
        .map(escapeMarkdown)
        .join(", "),
      [
        `[${escapeMarkdown(one.headline)}](<${one.url}>)`,
        one.publisher && escapeMarkdown(one.publisher),
        published,
      ]
        .filter(Boolean)
        .join(", "),
      words.saved.keptOn(formatDayHere(one.savedAt, locale)),
      changed === null ? null : words.saved.changed[changed],
    ];
    return `${paragraphs.join("\n>\n")}”\n\n— ${facts.filter((part) => part !== null).join(" · ")}\n`;
  });
  return [`# ${words.saved.title}\n`, ...entries].join("\n");
}

/** Words as Markdown shows them, whatever signs are among them. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
