import type { Line } from "./lines.ts";

/** How a text's paragraphs are set over lines. */
export interface Wrapping {
  /** The column at which lines were broken; null where each line is a paragraph of its own. */
  readonly width: number | null;
  /** Whether an indented line begins a paragraph, or goes on with the one above. */
  readonly indent: "opens" | "continues";
  /** Whether blank lines part paragraphs; else what ends them is a short line alone. */
  readonly isParted: boolean;
}

/** Narrower columns than this are lists and verse. */
const narrowest = 20;
/** Of the columns that stand above breaks within a sentence, this share has no room for the next word. Verse has less. */
const mostlyFull = 0.75;
/** A line so much longer than most was not broken with them. */
const outlying = 1.25;

/** A blank line after every tenth line at least: paragraphs, not the end of a headline. */
const partedShare = 0.1;

type Break = readonly [above: Line, line: Line];

/**
 * Finds out from a whole text whether its lines were broken to a width, and to which. What tells is that sentences
 * go on over the breaks, and that a word which begins a line would not have fitted above:
 *
 *     “We counted every boat
 *     and every oar,” she said.
 *
 * Verse breaks where there was room; lists, bylines and signatures begin with capitals.
 */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  const breaks = breaksOf(lines);
  const within = breaks.filter(([above, line]) => goesOn(above, line));
  // What stands above a byline or a heading was not broken to any width.
  const width = widthOf(within.map(([above]) => above));
  const full = within.filter(([above, line]) => isFull(above, line, width));
  // Long lines tell more than the short ones of a signature.
  const isWrapped =
    width >= narrowest && full.length > 0 && columnsOf(full) >= columnsOf(within) * mostlyFull;
  const parted = lines.filter(({ blanksAbove }) => blanksAbove > 0).length;
  return {
    width: isWrapped ? width : null,
    indent: indentOf(breaks),
    isParted: parted >= breaks.length * partedShare,
  };
}

const columnsOf = (breaks: readonly Break[]): number => breaks.reduce((sum, [{ width }]) => sum + width, 0);

const breaksOf = (lines: readonly Line[]): readonly Break[] =>
  lines.flatMap((line, index): readonly Break[] => {
    const above = lines[index - 1];
    return above === undefined || line.blanksAbove > 0 || isRule(line) || isRule(above)
      ? []
      : [[above, line]];
  });

/** A line that is drawn, and the “--” above a signature. */
export const isRule = ({ text }: Line): boolean => /^[-_=*#~–—+. ]{2,}$/u.test(text);

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。，、」』]/u;

/** The longest of the lines. An address that fits nowhere does not widen the column. */
function widthOf(lines: readonly Line[]): number {
  const widths = lines
    .filter(({ text }) => text.includes(" ") || unspaced.test(text))
    .map(({ width }) => width)
    .toSorted((a, b) => a - b);
  const most = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  return widths.findLast((width) => width <= most * outlying) ?? 0;
}

/** Whether the next line's first word would not have fitted into this one. */
export const isFull = (above: Line, line: Line, width: number): boolean =>
  above.width + 1 + (line.text.split(" ", 1)[0] ?? "").length > width;

/** Whether a line is so much wider than its column that it was never broken to it. */
export const isTooWide = ({ text, width }: Line, column: number): boolean =>
  width > column * 1.15 && text.includes(" ");

/** Words that no sentence ends with, in languages where a noun or a name may begin the next line with a capital. */
const leading =
  /(?:^|\s)(?:the|an?|of|and|or|to|in|on|at|by|for|with|from|said|says|der|die|das|den|dem|des|ein|eine[nmrs]?|und|oder|von|vom|zum|zur|im|am|auf|für|mit|sagte|le|la|les|un|une|du|et|de|à|au|aux|el|los|las|y|il|lo|gli|e|di|da|del|della|het|een|en|van|op)$/iu;

/** Whether a sentence goes on from a line to the next: it has not ended, and no capital begins another. */
export const goesOn = (above: Line, line: Line): boolean =>
  !isEnded(above) && (/^["'“‘„«([]?[\p{Ll}\p{Lo}]/u.test(line.text) || leading.test(above.text));

/** Whether a line ends as a sentence does. */
export const isEnded = ({ text }: Line): boolean => /[.!?:…。！？؟۔]["'”’»)\]]*$/u.test(text);

/** Indented lines open paragraphs, unless sentences go on in most of them, as in a transcript’s turns. */
function indentOf(breaks: readonly Break[]): Wrapping["indent"] {
  const indented = breaks.filter(([above, line]) => line.indent > above.indent);
  const going = indented.filter(([above, line]) => goesOn(above, line)).length;
  return indented.length > 0 && going > indented.length / 2 ? "continues" : "opens";
}

/** Whether two lines meet without a space, as in scripts that put none between words. */
export const isUnspaced = (above: Line, line: Line): boolean =>
  unspaced.test(above.text.slice(-1)) && unspaced.test(line.text.slice(0, 1));
