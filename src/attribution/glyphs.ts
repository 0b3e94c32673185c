/** "“”„‟‘’‚'«»‹›「」『』`´ */
function isGlyph(unit: number): boolean {
  // Small letters and spaces, by far the most.
  if (unit === 32 || (unit > 0x60 && unit < 0xab)) return false;
  if (unit < 0x80) return unit === 0x22 || unit === 0x27 || unit === 0x60;
  if (unit < 0x2018) return unit === 0xab || unit === 0xbb || unit === 0xb4;
  return (
    unit <= 0x201a ||
    (unit >= 0x201c && unit <= 0x201f) ||
    unit === 0x2039 ||
    unit === 0x203a ||
    (unit >= 0x300c && unit <= 0x300f)
  );
}

/** Where a text's quotation marks, apostrophes and line ends stand, in order: found once, for few units are any. */
export function findGlyphs(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || isGlyph(unit)) found.push(at);
  }
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
