import { formatDay } from "#app/ui/format.ts";
import type { Locale } from "#app/words/locales.ts";
import type { ReadingWords } from "#app/words/reading-en.ts";
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
  { tag, words, reading }: Pick<Locale, "tag" | "words"> & { readonly reading: ReadingWords },
): string {
  const { state, history } = permalink;
  const date = formatDay(lastChange(permalink)?.date ?? since, tag);
  switch (state) {
    case "verbatim":
      return history.some(({ event }) => event === "edited" || event === "removed" || event === "restored")
        ? reading.permalink.restored
        : reading.permalink.verbatim;
    case "retypeset":
      return reading.permalink.retypeset;
    case "reattributed":
      return reading.permalink.reattributed(
        firstSpeaker(permalink)?.name ?? words.voices.unknown,
        name,
        date,
      );
    case "edited":
      return reading.permalink.edited(date);
    case "removed":
      return reading.permalink.removed(date);
  }
}
