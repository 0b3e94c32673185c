/** What of a quotation a card shows. */
export interface CardWords {
  readonly text: string;
  /** True when words were left out; the card says so. */
  readonly shortened: boolean;
}

/** As many characters as stand legibly on a card. */
const longestOnCard = 640;

/** Words that turn what stands before them: “We are for it, unless it costs us.” */
const turning = new Set(
  "but yet however although though except unless until if only provided despite nevertheless nonetheless while whereas without instead rather because so that when even still than aber sondern mais sauf pero sino salvo".split(
    " ",
  ),
);

/** Words that nothing may end on: a negation, or what asks for more. */
const unfinished = new Set(
  "not no never nor neither nobody none nothing hardly barely scarcely cannot without isnt nicht kein keine ne pas ni sin a an the of to in on at by for from with and or as be is are was were been have has had do does did will would can could should must may might very so too more less most least than that which who whom whose his her its our your their my this these those".split(
    " ",
  ),
);

/**
 * Shortens a long quotation for a card, so that what is left says what the whole
 * says: it ends after a sentence, else after a clause or word, never right after a
 * negation, and never before the words that turn the meaning
 * (“I would vote for it. But not like this.” does not end after “it.”).
 */
export function cardWords(whole: string, longest = longestOnCard): CardWords {
  const text = whole
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’")
    .trim();
  if (text.length <= longest) return { text, shortened: false };
  const places = [...text.slice(0, longest).matchAll(/\s/g)].map(({ index }) => index);
  const safe = places.filter((at) => mayEnd(text, at) && at >= longest / 4);
  const end =
    safe.findLast((at) => /[.!?…]["'”’»]*$/.test(text.slice(0, at))) ??
    safe.findLast((at) => /[,;:—–]$/.test(text.slice(0, at))) ??
    safe.at(-1) ??
    graphemesWithin(text, longest);
  return { text: withEllipsis(text.slice(0, end)), shortened: true };
}

function mayEnd(text: string, at: number): boolean {
  const [next = "", afterNext = ""] = text
    .slice(at, at + 80)
    .trim()
    .split(/\s+/)
    .map(bare);
  if (turning.has(next) || ((next === "and" || next === "or") && turning.has(afterNext))) return false;
  const last = bare(text.slice(0, at).match(/\S+$/)?.[0] ?? "");
  return !unfinished.has(last) && !/n['’]t$/.test(last);
}

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** “It is over.” keeps its full stop: “It is over. …”; a clause loses its comma: “It is over…” */
function withEllipsis(text: string): string {
  return /[.!?…]["'”’»]*$/.test(text) ? `${text} …` : `${text.replace(/[\s,;:—–-]+$/, "")}…`;
}

/** Text without spaces is cut between characters as readers see them. */
function graphemesWithin(text: string, longest: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    text.slice(0, longest + 40),
  )) {
    if (index + segment.length > longest) break;
    end = index + segment.length;
  }
  return end;
}

/** Whether the first letter that has a direction runs from right to left. */
export function readsRightToLeft(text: string): boolean {
  return /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.match(/\p{L}/u)?.[0] ?? "");
}

/** A language's outer marks and its inner ones (Unicode CLDR). */
type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const english: Marks = ["“", "”", "‘", "’"];
const marks: ReadonlyMap<string, Marks> = new Map([
  ["ar", ["”", "“", "’", "‘"]],
  ["cs", ["„", "“", "‚", "‘"]],
  ["de", ["„", "“", "‚", "‘"]],
  ["es", ["«", "»", "“", "”"]],
  ["fi", ["”", "”", "’", "’"]],
  ["fr", ["«\u202f", "\u202f»", "“", "”"]],
  ["he", ["”", "”", "’", "’"]],
  ["it", ["«", "»", "“", "”"]],
  ["pl", ["„", "”", "«", "»"]],
  ["ru", ["«", "»", "„", "“"]],
  ["sv", ["”", "”", "’", "’"]],
  ["uk", ["«", "»", "„", "“"]],
]);

/** The face draws emoji in one ink and would leave a hole for each of these. */
const emojiVariants = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;
/** satori sets the space after an emoji as wide as the emoji, unless something stands between. */
const spaceAfterEmoji = /(?<=\p{Extended_Pictographic}) /gu;

/**
 * The words between the marks that their language uses; its outer marks inside become
 * inner ones, and the comma that led to a cue goes (“We stay,” she said).
 */
export function quoted(text: string, lang: string): string {
  const [open, close, innerOpen, innerClose] = marks.get(lang.split("-")[0] ?? "") ?? english;
  const inner =
    open.trim() === close.trim()
      ? text
      : text.replaceAll(open.trim(), innerOpen).replaceAll(close.trim(), innerClose);
  const set = inner.replace(emojiVariants, "").replace(spaceAfterEmoji, "\u200b ");
  return `${open}${set.trim().replace(/,$/, "")}${close}`;
}
