import type { Article, ArticlePage } from "#model/article.ts";
import { launchChromium } from "../support/chromium.ts";
import { startSite } from "../support/site.ts";
import { loadPage, median, type PageLoad } from "./page-load.ts";
import type { Row } from "./row.ts";
import { serveStatic, staticPage } from "./static-page.ts";

const rounds = 5;

const json = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

/** The story page beside a hand-written static page of the same story, in one run: slow 4G, 4× CPU, medians of five. */
export async function benchPages(): Promise<readonly Row[]> {
  const site = await startSite();
  const browser = await launchChromium();
  try {
    const { articles } = await json<ArticlePage>(`${site.url}/api/articles`);
    const longest = articles.toSorted((a, b) => b.wordCount - a.wordCount)[0];
    if (longest === undefined) throw new Error("the site serves no story to measure");
    const article = await json<Article>(`${site.url}/api/articles/${longest.slug}`);
    const quotation = article.quotations.at(-1);
    if (quotation === undefined) throw new Error("the story has no quotation to link to");
    const reference = await serveStatic(staticPage(article), site.url);
    const story = `${site.url}/articles/${article.slug}`;
    const element = `#q-${quotation.id}`;

    const ours: PageLoad[] = [];
    const linked: PageLoad[] = [];
    const theirs: PageLoad[] = [];
    const theirsLinked: PageLoad[] = [];
    // Taken in turn, so that a noisy minute of the machine falls on both.
    for (let round = 0; round < rounds; round++) {
      theirs.push(await loadPage(browser, reference.url, null));
      ours.push(await loadPage(browser, story, null));
      theirsLinked.push(await loadPage(browser, `${reference.url}/${element}`, element));
      linked.push(await loadPage(browser, `${story}/quotes/${quotation.id}`, element));
    }
    reference.server.close();
    return rows({ ours, linked, theirs, theirsLinked });
  } finally {
    await browser.close();
    await site.stop();
  }
}

function rows(
  runs: Record<"ours" | "linked" | "theirs" | "theirsLinked", readonly PageLoad[]>,
): readonly Row[] {
  const of = (run: readonly PageLoad[], figure: (load: PageLoad) => number) => median(run.map(figure));
  const paint = (load: PageLoad) => load.largestContentfulPaint;
  const inView = (load: PageLoad) => load.quotationInView ?? Number.POSITIVE_INFINITY;
  const blocking = (load: PageLoad) => load.totalBlockingTime;
  const shift = (load: PageLoad) => load.layoutShift;
  const script = (load: PageLoad) => load.scriptBytes / 1_000;
  return [
    ratioRow("LCP of a story, ms", of(runs.ours, paint), of(runs.theirs, paint), 1.15),
    ratioRow("linked quotation in view, ms", of(runs.linked, inView), of(runs.theirsLinked, inView), 1.15),
    differenceRow("total blocking time, ms", of(runs.ours, blocking), of(runs.theirs, blocking), 50),
    limitRow("layout shift", of(runs.ours, shift), 0.01),
    limitRow("JavaScript before interaction, kB brotli", of(runs.ours, script), 85),
  ];
}

function ratioRow(measure: string, ours: number, reference: number, most: number): Row {
  const ratio = ours / reference;
  return { measure, ours, reference, ratio, goal: `≤ ${most}×`, ok: ratio <= most };
}

function differenceRow(measure: string, ours: number, reference: number, most: number): Row {
  return { measure, ours, reference, ratio: null, goal: `≤ ${most} more`, ok: ours - reference <= most };
}

function limitRow(measure: string, ours: number, most: number): Row {
  return { measure, ours, reference: null, ratio: null, goal: `≤ ${most}`, ok: ours <= most };
}
