import type { Browser, Page } from "playwright-core";

/** What a reader waits for on one page, in milliseconds after the navigation began. */
export interface PageLoad {
  readonly largestContentfulPaint: number;
  /** Sum of what each long task after first paint takes beyond 50 ms. */
  readonly totalBlockingTime: number;
  /** Sum of layout shift scores; unitless. */
  readonly layoutShift: number;
  /** When a frame was laid out in which the linked quotation stood in the viewport; null when none is asked for. */
  readonly quotationInView: number | null;
  /** When a frame was drawn in which the answers stood: a form that is counted with or without JavaScript. */
  readonly voteUsable: number;
  /** When a frame was drawn in the page's own faces; 0 for a page that has none. */
  readonly facesDrawn: number;
  /** Compressed bytes of JavaScript that came over the wire before anybody touched the page. */
  readonly scriptBytes: number;
}

export interface Device {
  readonly network: {
    readonly offline: boolean;
    readonly latency: number;
    readonly downloadThroughput: number;
    readonly uploadThroughput: number;
  };
  /** How many times slower than this machine's the processor is. */
  readonly slowdown: number;
}

/** A phone on slow 4G as Lighthouse simulates it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip. */
const phone: Device = {
  network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
  slowdown: 4,
};

export const unthrottled: Device = {
  network: { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  slowdown: 1,
};

interface Seen {
  paint: number;
  shift: number;
  inView: number | null;
  vote: number;
  faces: number;
  readonly tasks: { start: number; duration: number }[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page before its own scripts. */
function watch(selector: string | null): void {
  const seen: Seen = { paint: 0, shift: 0, inView: null, vote: 0, faces: 0, tasks: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.paint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.tasks.push({ start: entry.startTime, duration: entry.duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  const lookForVote = (time: number) => {
    if (document.querySelector('button[name="enjoyed"]') === null) requestAnimationFrame(lookForVote);
    else seen.vote = time;
  };
  requestAnimationFrame(lookForVote);
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.faces === undefined) return;
    observer.disconnect();
    requestAnimationFrame((time) => {
      seen.faces = time;
    });
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-faces"] });
  if (selector === null) return;
  const observer = new IntersectionObserver(
    (entries) => {
      const whole = entries.find(({ intersectionRatio }) => intersectionRatio === 1);
      seen.inView ??= whole?.time ?? null;
    },
    { threshold: 1 },
  );
  const look = () => {
    const quotation = document.querySelector(selector);
    if (quotation === null) requestAnimationFrame(look);
    else observer.observe(quotation);
  };
  requestAnimationFrame(look);
}

export interface Visit {
  readonly url: string;
  /** A selector of the quotation that the reader was sent to, if any. */
  readonly quotation: string | null;
  /** The page of another site whose link the reader follows; null for an address typed into an empty tab. */
  readonly from: string | null;
}

/**
 * Loads a page on a device, unless told otherwise a phone on slow 4G with a processor four times slower, from
 * an empty cache, and leaves it alone until the network has been quiet.
 */
export async function loadPage(
  browser: Browser,
  { url, quotation, from }: Visit,
  { network, slowdown }: Device = phone,
): Promise<PageLoad> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", network);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    let scriptBytes = 0;
    const scripts = new Set<string>();
    devtools.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    devtools.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    await page.addInitScript(watch, quotation);
    if (from === null) await page.goto(url);
    else await follow(page, from, url);
    await page.waitForLoadState("networkidle");
    return await measured(page, scriptBytes);
  } finally {
    await context.close();
  }
}

/** By the keyboard: a pointer over a link lets the browser prepare for the click. */
async function follow(page: Page, from: string, url: string): Promise<void> {
  await page.goto(from);
  await page.getByRole("link", { name: url, exact: true }).press("Enter");
  await page.waitForURL(url, { waitUntil: "commit" });
}

async function measured(page: Page, scriptBytes: number): Promise<PageLoad> {
  const { seen, firstPaint } = await page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 }));
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return { seen: window.seen, firstPaint: paint?.startTime ?? 0 };
  });
  const totalBlockingTime = seen.tasks
    .filter((task) => task.start + task.duration > firstPaint)
    .reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0);
  return {
    largestContentfulPaint: seen.paint,
    totalBlockingTime,
    layoutShift: seen.shift,
    quotationInView: seen.inView,
    voteUsable: seen.vote,
    facesDrawn: seen.faces,
    scriptBytes,
  };
}

/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
