/** The size of a quotation's frame on another site; the frame itself adapts to its width. */

export const embedWidth = 600;
const narrowest = 220;

/** Room for the words at some eleven pixels a character and thirty a line, and for speaker and footer beneath. */
export function embedHeight(characters: number, width: number = embedWidth): number {
  const lines = Math.ceil((characters * 11) / Math.max(narrowest, width - 56));
  return 180 + lines * 31;
}
