import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The one without windows first: it takes half the processor. */
const systemBrowsers = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** What `CHROME_PATH` names, else the system's Chromium where there is one, else the one that npm brought. */
async function executablePath(): Promise<string> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && CHROME_PATH !== "") return CHROME_PATH;
  const installed = systemBrowsers.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  // The package unpacks its libraries only where it believes to run in Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}

/**
 * A real Chromium that talks to loopback only.
 *
 * @param textSize its size of text, in pixels: 16 unless its owner has set another one
 */
export async function launchChromium(textSize = 16): Promise<Browser> {
  return chromium.launch({
    executablePath: await executablePath(),
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
