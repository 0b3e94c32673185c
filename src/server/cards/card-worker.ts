import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import type { Card } from "./card.ts";
import { readCardFonts } from "./card-fonts.ts";
import { drawCard } from "./draw-card.ts";

// A picture is native memory that the collector does not see growing: it is asked
// after every few, and 200 cards need 30 MB instead of 600.
setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");
const collectAfter = 6;

/** Draws the cards that it is sent, beside the server's thread: readers never wait for pictures. */
const fonts = readCardFonts();
let drawn = 0;

parentPort?.on("message", async (card: Card) => {
  try {
    const png = await drawCard(card, fonts);
    drawn += 1;
    if (drawn % collectAfter === 0 && typeof collect === "function") {
      collect();
      await setImmediate();
    }
    parentPort?.postMessage({ png });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ failure });
  }
});
