import { parentPort } from "node:worker_threads";
import type { Card } from "./card.ts";
import { readCardFonts } from "./card-fonts.ts";
import { drawCard } from "./draw-card.ts";

/** Draws one card after another beside the server's thread, so that readers never wait for pictures. */
const fonts = readCardFonts();

parentPort?.on("message", async ({ number, card }: { number: number; card: Card }) => {
  try {
    const png = await drawCard(card, fonts);
    parentPort?.postMessage({ number, png });
  } catch (error) {
    parentPort?.postMessage({
      number,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
