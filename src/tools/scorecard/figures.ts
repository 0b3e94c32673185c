import { seeded } from "./logistic-regression.ts";
import type { Rule } from "./same-speaker.ts";
import { isKnown } from "./same-speaker.ts";
import type { Judged, Sheet } from "./score-article.ts";

/** The engine's figures on some articles; shares are percentages with one decimal. */
export interface Figures {
  /** F1 of finding quotations. */
  readonly detection: number;
  /** Of the quotations found whose speaker is known: how many speakers are right, and by how the text names them. */
  readonly speaker: number;
  readonly named: number;
  readonly pronoun: number;
  readonly role: number;
  /** F1 of finding a quotation and its speaker. */
  readonly endToEnd: number;
  /** Between which 95 of 100 such sets of articles would have it (bootstrap by article). */
  readonly endToEndRange: { readonly low: number; readonly high: number };
  /** The same by the rule that half of a speaker's words suffice. */
  readonly endToEndByHalf: number;
  /** Quotations found whose speaker the annotators do not know: neither right nor wrong. */
  readonly unknown: number;
  /** Passages in marks that nobody says, and how many of them were taken for quotations. */
  readonly unsaid: number;
  readonly unsaidTaken: number;
}

export const percent = (share: number): number => Math.round(1000 * share) / 10;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The harmonic mean of precision and recall. */
const f1 = (right: number, given: number, gold: number): number => share(2 * right, given + gold);

const isRight = ({ right }: Judged, rule: Rule): boolean => right?.[rule] === true;

/** What of an article an F1 end to end is made of. */
interface Counts {
  readonly right: number;
  readonly given: number;
  readonly gold: number;
}

function countsOf({ judged, extra }: Sheet, rule: Rule): Counts {
  return {
    right: judged.filter((one) => isRight(one, rule)).length,
    given: extra.length + judged.filter(({ right }) => right !== null).length,
    gold: judged.filter(({ gold }) => isKnown(gold.speaker)).length,
  };
}

function endToEnd(counts: readonly Counts[]): number {
  const sum = (key: keyof Counts) => counts.reduce((all, one) => all + one[key], 0);
  return f1(sum("right"), sum("given"), sum("gold"));
}

const SAMPLES = 1000;

/** The middle 95 of 100 figures of as many articles drawn anew (Efron and Tibshirani, An Introduction to the Bootstrap, 1993). */
function rangeOf(counts: readonly Counts[]): Figures["endToEndRange"] {
  const random = seeded(7);
  const drawn = Array.from({ length: SAMPLES }, () =>
    endToEnd(counts.map(() => counts[Math.floor(random() * counts.length)] as Counts)),
  ).sort((a, b) => a - b);
  const at = (place: number) => percent(drawn[Math.floor(place * SAMPLES)] ?? 0);
  return { low: at(0.025), high: at(0.975) };
}

export function figuresOf(sheets: readonly Sheet[]): Figures {
  const judged = sheets.flatMap((sheet) => sheet.judged);
  const extra = sheets.flatMap((sheet) => sheet.extra);
  const found = judged.filter(({ given }) => given !== null);
  const known = found.filter(({ right }) => right !== null);
  const speaker = (list: readonly Judged[]) =>
    percent(share(list.filter((one) => isRight(one, "whole")).length, list.length));
  const by = (kind: string) => speaker(known.filter(({ gold }) => gold.speaker?.kind === kind));
  const counts = sheets.map((sheet) => countsOf(sheet, "whole"));
  return {
    detection: percent(f1(found.length, found.length + extra.length, judged.length)),
    speaker: speaker(known),
    named: by("name"),
    pronoun: by("pronoun"),
    role: by("nominal"),
    endToEnd: percent(endToEnd(counts)),
    endToEndRange: rangeOf(counts),
    endToEndByHalf: percent(endToEnd(sheets.map((sheet) => countsOf(sheet, "half")))),
    unknown: found.length - known.length,
    unsaid: sheets.reduce((sum, { article }) => sum + (article.unattributed?.length ?? 0), 0),
    unsaidTaken: extra.filter(({ marked }) => marked).length,
  };
}
