import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { type Card, cardHeight, cardWidth } from "./card.ts";
import { type CardFont, isLegible } from "./card-fonts.ts";
import { innerWidth, layOut, wordsBoxOf, wordsId } from "./card-layout.ts";
import { type CardWords, cardWords } from "./card-words.ts";

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
  const whole = card.text.replace(/[₀-₉]/g, (digit) => digit.normalize("NFKC"));
  if (!isLegible(whole)) return (await setAt(shown, null, sizes[0], fonts)).svg;
  const fitted = await setLargest(shown, cardWords(whole), fonts);
  if (fitted !== null) return fitted;
  // The words that the address names come first where there is no room for all.
  const text = card.start > 0 ? `… ${whole.slice(card.start)}` : whole;
  let words: CardWords = { ...cardWords(text), shortened: true };
  const shortened = await setLargest(shown, words, fonts, true);
  if (shortened !== null) return shortened;
  // Wide letters, at the smallest size: shorten until it fits.
  for (;;) {
    words = cardWords(text, Math.floor(words.text.length * 0.8));
    const set = await setAt(shown, words, sizes[sizes.length - 1] ?? 28, fonts);
    if (set.fits || words.text.length < 40) return set.svg;
  }
}

/**
 * Sets words as large as they fit; null where they fit at no size, and where
 * some of them were left out before it was tried without the others.
 */
async function setLargest(
  card: Card,
  words: CardWords,
  fonts: readonly CardFont[],
  mayBeShortened = card.start === 0,
): Promise<string | null> {
  if (words.shortened && !mayBeShortened) return null;
  const room = wordsBoxOf(card);
  for (const size of sizes) {
    const last = size === sizes.at(-1);
    if (!last && roughHeight(words.text.length, size) > room.height * 1.15) continue;
    const set = await setAt(card, words, size, fonts);
    if (set.fits) return set.svg;
  }
  return null;
}

async function setAt(
  card: Card,
  words: CardWords | null,
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
  const room = wordsBoxOf(card);
  return { svg, fits: height <= room.height && width <= room.width };
}

/** A guess that saves setting the words at sizes that are far too large. */
function roughHeight(length: number, size: number): number {
  const perLine = innerWidth / (size * 0.44);
  return Math.ceil(length / perLine) * size * 1.3;
}

/** What became of the words: briefly where the rest cannot be set, or would have to be cut. */
function becameOn({ became, becameBriefly }: Card): string | null {
  if (became === null) return null;
  const canBeSet =
    became.length <= 170 && isLegible(became) && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(became);
  return canBeSet ? became.normalize("NFC") : becameBriefly;
}

/** Names in scripts without a face are left out rather than set as boxes. */
function legible(card: Card): Card {
  const known = (text: string): string => (isLegible(text) ? text.normalize("NFC") : "");
  return {
    ...card,
    speaker: card.speaker === null ? null : known(card.speaker),
    role: card.role === null ? null : known(card.role),
    publication: known(card.publication),
    headline: known(card.headline),
    address: isLegible(card.address) ? card.address : card.address.replace(/\/.*$/u, ""),
    became: becameOn(card),
  };
}
