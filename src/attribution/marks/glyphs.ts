/**
 * What may begin a quotation mark, an apostrophe or a line's end: a table, for to ask of every unit must cost next to
 * nothing. A comma is one only where it is doubled.
 */
const IS_GLYPH = new Uint8Array(0x10000);
for (const glyph of "\n\"“”„‟‘’‚'«»‹›「」『』`´″״＂〝〞〟❝❞&\\") IS_GLYPH[glyph.charCodeAt(0)] = 1;
const [COMMA, DOUBLED] = [0x2c, 2];
IS_GLYPH[COMMA] = DOUBLED;

/** Where a text's quotation marks, apostrophes and line ends may stand, in order: found once, for few units are any. */
export function findGlyphs(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const glyph = IS_GLYPH[text.charCodeAt(at)];
    if (glyph === 1 || (glyph === DOUBLED && text.charCodeAt(at + 1) === COMMA)) found.push(at);
  }
  return found;
}

/** A mark as it is typed: how many units it takes, and the one glyph that it stands for. */
export interface Glyph {
  readonly length: number;
  readonly stands: string;
}

/** What pages and programs leave of a mark that they were to print. */
const ESCAPED: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&#34;": '"',
  "&ldquo;": "“",
  "&#8220;": "“",
  "&rdquo;": "”",
  "&#8221;": "”",
  "&lsquo;": "‘",
  "&#8216;": "‘",
  "&rsquo;": "’",
  "&#8217;": "’",
  "&apos;": "'",
  "&#39;": "'",
  "&laquo;": "«",
  "&raquo;": "»",
  "&bdquo;": "„",
  '\\"': '"',
};
const ESCAPE = /&(?:quot|#34|[lr][ds]quo|#82[12][0-9]|apos|#39|[lr]aquo|bdquo);|\\"/y;

/** Marks that are rarely met, by what they stand for. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  "״": '"',
  "″": '"',
  "＂": '"',
  "〝": "“",
  "〞": "”",
  "〟": "”",
  "❝": "“",
  "❞": "”",
};

/** How a story types its double marks where it has no key for them. */
export interface TypedMarks {
  /** ``…'': a backtick typed twice opens. */
  readonly ticks: boolean;
  /** ''…'', ‘‘…’’: an apostrophe typed twice opens as well as closes. */
  readonly apostrophes: boolean;
}

/** Reads the mark that a glyph begins; null where it begins none. */
export function readGlyph(text: string, at: number, typed: TypedMarks): Glyph | null {
  const glyph = text.charAt(at);
  if (glyph === "&" || glyph === "\\") {
    ESCAPE.lastIndex = at;
    const written = ESCAPE.exec(text)?.[0];
    const stands = written === undefined ? undefined : ESCAPED[written];
    return written === undefined || stands === undefined ? null : { length: written.length, stands };
  }
  if (glyph === ",") return { length: 2, stands: "„" };
  const twice = text.charAt(at + 1) === glyph;
  if (glyph === "`") return twice ? { length: 2, stands: "“" } : { length: 1, stands: "‘" };
  if (glyph === "´") return twice ? { length: 2, stands: "”" } : null;
  if (twice && "‘’'".includes(glyph) && (typed.ticks || typed.apostrophes))
    return { length: 2, stands: glyph === "‘" ? "“" : glyph === "’" ? "”" : '"' };
  if (twice && '“”"'.includes(glyph)) return { length: 2, stands: glyph };
  return { length: 1, stands: LOOKALIKE[glyph] ?? glyph };
}
