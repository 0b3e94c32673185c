import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { type Card, cardHeight, cardWidth } from "./card.ts";
import { type CardFont, isLegible } from "./card-fonts.ts";
import { layOut, wordsBox, wordsId } from "./card-layout.ts";
import { cardWords } from "./card-words.ts";

/** Sizes of the words, in pixels: the largest at which nothing is cut. */
const sizes = [84, 72, 62, 54, 47, 41, 36, 32, 28] as const;

/** Draws a card as a PNG of 1200×630 pixels. */
export async function drawCard(card: Card, fonts: readonly CardFont[]): Promise<Uint8Array> {
  const svg = await setCard(card, fonts);
  // Text has become outlines already: no font of the machine plays a part.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** Sets a card; the faces have no small figures below the line, so that CO₂ is CO2 there. */
async function setCard(card: Card, fonts: readonly CardFont[]): Promise<string> {
  const shown = legible(card);
  const text = card.text.replace(/[₀-₉]/g, (digit) => digit.normalize("NFKC"));
  let words = isLegible(text) ? cardWords(text) : null;
  const length = words?.text.length ?? 3;
  for (const size of sizes) {
    const last = size === sizes.at(-1);
    if (!last && roughHeight(length, size) > wordsBox.height * 1.15) continue;
    const set = await setAt(shown, words, size, fonts);
    if (set.fits || words === null) return set.svg;
  }
  // Wide letters, at the smallest size: shorten until it fits.
  for (;;) {
    words = cardWords(text, Math.floor((words?.text.length ?? 0) * 0.8));
    const set = await setAt(shown, words, sizes[sizes.length - 1] ?? 28, fonts);
    if (set.fits || words.text.length < 40) return set.svg;
  }
}

async function setAt(
  card: Card,
  words: Parameters<typeof layOut>[1],
  size: number,
  fonts: readonly CardFont[],
): Promise<{ svg: string; fits: boolean }> {
  let height = 0;
  let width = 0;
  const svg = await satori(layOut(card, words, size), {
    width: cardWidth,
    height: cardHeight,
    fonts: [...fonts],
    onNodeDetected: (node) => {
      if (node.props.id !== wordsId) return;
      height = node.height;
      width = node.width;
    },
  });
  return { svg, fits: height <= wordsBox.height && width <= wordsBox.width };
}

/** A guess that saves setting the words at sizes that are far too large. */
function roughHeight(length: number, size: number): number {
  const perLine = wordsBox.width / (size * 0.44);
  return Math.ceil(length / perLine) * size * 1.3;
}

/** Names in scripts without a face are left out rather than set as boxes. */
function legible(card: Card): Card {
  const known = (text: string): string => (isLegible(text) ? text.normalize("NFC") : "");
  return {
    ...card,
    speaker: card.speaker === null ? null : known(card.speaker),
    role: card.role === null ? null : known(card.role),
    publication: known(card.publication),
  };
}
