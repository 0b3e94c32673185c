import { formatDay } from "#app/ui/format.ts";
import type { Locale } from "#app/words/locales.ts";
import { firstSpeaker, lastChange, type Permalink } from "#model/permalink.ts";

/**
 * What became of a quotation's words, in a sentence.
 *
 * @param name whose they are now
 * @param since ISO 8601: when they changed, where the permalink does not say
 */
export function becameOf(
  permalink: Permalink,
  name: string,
  since: string,
  { tag, words }: Pick<Locale, "tag" | "words">,
): string {
  const { state, history } = permalink;
  const date = formatDay(lastChange(permalink)?.date ?? since, tag);
  switch (state) {
    case "verbatim":
      return history.some(({ event }) => event === "edited" || event === "removed" || event === "restored")
        ? words.permalink.restored
        : words.permalink.verbatim;
    case "retypeset":
      return words.permalink.retypeset;
    case "reattributed":
      return words.permalink.reattributed(firstSpeaker(permalink)?.name ?? words.voices.unknown, name, date);
    case "edited":
      return words.permalink.edited(date);
    case "removed":
      return words.permalink.removed(date);
  }
}
