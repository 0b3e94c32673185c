/** A card is always light: paper, ink, and one colour a voice at one lightness (OKLCH 0.49). */
export const paper = "#fbf8f1";
export const ink = "#23211d";
export const quietInk = "#5f5a50";
export const hairline = "#ddd6c6";

const voices = [
  "#2460a8",
  "#9a4312",
  "#0d7435",
  "#884183",
  "#725f07",
  "#6150a4",
  "#076f6f",
  "#9c3b48",
  "#596906",
  "#0d698b",
  "#865400",
  "#774897",
] as const;

/** The colour of a story's n-th voice, from 1; those without one of their own are in quiet ink. */
export function voiceColour(voice: number | null): string {
  return voice === null ? quietInk : (voices[voice - 1] ?? quietInk);
}
