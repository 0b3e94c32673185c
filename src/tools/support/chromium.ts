import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/**
 * A real Chromium that talks to loopback only.
 *
 * @param textSize its size of text, in pixels: 16 unless its owner has set another one
 */
export async function launchChromium(textSize = 16): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--blink-settings=defaultFontSize=${textSize}`,
    ],
  });
}
