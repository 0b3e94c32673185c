/** The size of a quotation's frame on another site; the frame itself adapts to its width. */

export const embedWidth = 600;
const narrowest = 220;

/** Room for the words at some eleven pixels a character and thirty-two a line, and for speaker and footer beneath. */
export function embedHeight(characters: number, width: number = embedWidth): number {
  const lines = Math.ceil((characters * 11) / Math.max(narrowest, width - 56));
  return 200 + lines * 32;
}

/** The same for a story: its words, a line a voice, and the picture where there is one. */
export function storyEmbedHeight(
  characters: number,
  voices: number,
  hasPicture: boolean,
  width: number = embedWidth,
): number {
  const lines = Math.ceil((characters * 11) / Math.max(narrowest, width - 56));
  return 150 + lines * 31 + voices * 36 + (hasPicture ? 304 : 0);
}
