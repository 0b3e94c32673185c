import { Tinypool } from "tinypool";
import type { RenderPage } from "#model/page.ts";
import { renderInWorker } from "./render-worker.ts";

/** Ends the second thread when nothing has been drawn on it for so long: it takes some sixty megabytes. */
const idleMilliseconds = 10_000;

/** A page that comes so long after the one before, in milliseconds, comes alone. */
const aloneAfter = 250;

/**
 * Draws a page that comes alone on this thread, at once, and what comes close
 * upon another on a second one: a page takes React milliseconds in one piece,
 * and when many are asked for at once nobody else would be answered.
 *
 * @param file the app's built server render, as a URL, which the second thread loads for itself
 */
export function renderOnThreads(render: RenderPage, file: string): RenderPage {
  const pool = new Tinypool({
    filename: new URL("./render-worker.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMilliseconds,
  });
  let lastAt = Number.NEGATIVE_INFINITY;
  return async (page, request) => {
    const isAlone = performance.now() - lastAt > aloneAfter;
    lastAt = performance.now();
    return isAlone ? render(page, request) : pool.run({ file, page, request }, { name: renderInWorker.name });
  };
}
