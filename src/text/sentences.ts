import type { Span } from "./spans.ts";

/** What ends in a full stop without ending a sentence: “Dr. Amit Goel said so.” is one. */
const abbreviation =
  /(?:^|[\s(“‘"'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|Sra|St|Sgt|Lt|Col|Gen|Capt|Cllr|Gov|Sen|Rep|Hon|Jr|No|vs|Co|Inc|Ltd|Mt|approx|z\.\s?B|d\.\s?h|u\.\s?a|bzw|ca|Nr|Abs|Bd|M|Mme|Mlle|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;

/**
 * The sentences of a run of text, as it would be read aloud: every
 * character belongs to one of them, and none breaks after an abbreviation or
 * an initial.
 *
 * @param lang BCP 47.
 */
export function sentencesOf(text: string, lang: string): readonly Span[] {
  const sentences: { start: number; end: number }[] = [];
  for (const { segment, index } of new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)) {
    const before = sentences.at(-1);
    const end = index + segment.length;
    if (before !== undefined && abbreviation.test(text.slice(before.start, before.end))) before.end = end;
    else sentences.push({ start: index, end });
  }
  return sentences;
}
