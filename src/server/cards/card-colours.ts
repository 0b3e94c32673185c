/**
 * A card is always light: paper, ink, and the page's own colours of voices (the light ones of
 * src/app/ui/tokens.css, in sRGB).
 */
export const paper = "#fbf8f3";
export const ink = "#1d1b18";
export const quietInk = "#5c5750";
export const hairline = "#d9d2c6";

const voices = [
  "#086a72",
  "#91404d",
  "#73419f",
  "#2f6f0f",
  "#405c96",
  "#6a5570",
  "#775809",
  "#4c654c",
  "#9b3b08",
  "#77544a",
  "#9c2e5a",
  "#8e347d",
] as const;

/** The colour of a story's n-th voice, from 1; those without one of their own are in quiet ink. */
export function voiceColour(voice: number | null): string {
  return voice === null ? quietInk : (voices[voice - 1] ?? quietInk);
}
