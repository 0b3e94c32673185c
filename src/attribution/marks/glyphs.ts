/** Which units are quotation marks, apostrophes and line ends: a table, for to ask of every unit must cost next to nothing. */
const IS_GLYPH = new Uint8Array(0x10000);
for (const glyph of "\n\"“”„‟‘’‚'«»‹›「」『』`´") IS_GLYPH[glyph.charCodeAt(0)] = 1;

/** Where a text's quotation marks, apostrophes and line ends stand, in order: found once, for few units are any. */
export function findGlyphs(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) if (IS_GLYPH[text.charCodeAt(at)] === 1) found.push(at);
  return found;
}

/** Index of the first glyph at a place or after it, by bisection. */
export function firstGlyph(glyphs: readonly number[], from: number): number {
  let low = 0;
  let high = glyphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((glyphs[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
