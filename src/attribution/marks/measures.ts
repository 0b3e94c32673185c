import type { Mark } from "./read-marks.ts";

/** “12" pizza”, “6' 2"”, “15” shelf”: a double mark right behind a number, as inches or seconds are typed. */
const MEASURED = /(?:^|[\s([–—\-“‘"'’x×])\d+(?:[.,/]\d+|[½¼¾])?$/u;
/** What follows a mark that closes: an end, a stop, or who spoke. */
const CLOSING = /^(?:$|[,.;:?!)\]—–]|\s+(?:\p{Lu}|he\b|she\b|they\b|said\b|says\b|the\b|an?\b))/u;

/**
 * A paragraph's marks without those that are inches: a mark behind a number is a quotation mark only where another one
 * lacks its partner, and where something follows that follows a quotation.
 *
 * “We make a 12" pizza,” she said.       "I ran in 2012" was all he said.
 */
export function withoutMeasures(text: string, end: number, marks: readonly Mark[]): readonly Mark[] {
  const measured = marks.filter((mark) => isMeasured(text, mark));
  if (measured.length === 0) return marks;
  const others = marks.filter((mark) => mark.family === "double" && !measured.includes(mark));
  const typed = (mark: Mark) => text.charAt(mark.at);
  const partner = others.length % 2 === 0 ? undefined : measured.findLast((mark) => closes(text, end, mark));
  // A straight mark in a paragraph of curly ones is no partner of theirs.
  const kept =
    partner !== undefined && others.some((mark) => typed(mark) === typed(partner) || typed(partner) === "”");
  return marks.filter((mark) => !measured.includes(mark) || (kept && mark === partner));
}

function isMeasured(text: string, { at, family }: Mark): boolean {
  return (
    family === "double" &&
    // «…1931», „…1931“: nobody types inches so.
    !"«»‹›“„".includes(text.charAt(at)) &&
    /\d|[½¼¾]/.test(text.charAt(at - 1)) &&
    MEASURED.test(text.slice(Math.max(0, at - 12), at))
  );
}

function closes(text: string, end: number, { at, length }: Mark): boolean {
  return CLOSING.test(text.slice(at + length, Math.min(end, at + length + 12)));
}
