import type { Article, ArticlePage } from "#model/article.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { startSite } from "#tools/support/site.ts";
import { serveElsewhere } from "./elsewhere.ts";
import { loadPage, median, type PageLoad, type Visit } from "./page-load.ts";
import type { Row } from "./row.ts";
import { serveStatic, staticPage } from "./static-page.ts";

const rounds = 9;

/** One way to come to one page, of ours and of the reference, and what each load took. */
interface Course {
  readonly ours: Visit;
  readonly theirs: Visit;
  readonly loads: { readonly ours: PageLoad; readonly theirs: PageLoad }[];
}

const json = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

/**
 * The story page beside a hand-written static page of the same story, in one
 * run: slow 4G, 4× CPU, medians of nine. A reader follows a link of another
 * site, for which the browser begins a process in either case. An empty tab has
 * one already, which of the two only the page without an opener policy can keep.
 */
export async function benchPages(): Promise<readonly Row[]> {
  const site = await startSite();
  const browser = await launchChromium();
  try {
    const article = await longestStory(site.url);
    const quotation = article.quotations.at(-1);
    if (quotation === undefined) throw new Error("the story has no quotation to link to");
    const reference = await serveStatic(staticPage(article), site.url);
    const elsewhere = await serveElsewhere();
    const story = `${site.url}/articles/${article.slug}`;
    const element = `#q-${quotation.id}`;

    const toStory = { ours: story, theirs: `${reference.url}/`, quotation: null };
    const toQuotation = {
      ours: `${story}/quotes/${quotation.id}`,
      theirs: `${reference.url}/${element}`,
      quotation: element,
    };
    const courses = {
      story: course(toStory, elsewhere.linking),
      quotation: course(toQuotation, elsewhere.linking),
      storyInEmptyTab: course(toStory, emptyTab),
      quotationInEmptyTab: course(toQuotation, emptyTab),
    };
    // Taken in turn, so that a noisy minute of the machine falls on both.
    for (let round = 0; round < rounds; round++)
      for (const { theirs, ours, loads } of Object.values(courses))
        loads.push({ theirs: await loadPage(browser, theirs), ours: await loadPage(browser, ours) });
    reference.server.close();
    elsewhere.close();
    return rows(courses);
  } finally {
    await browser.close();
    await site.stop();
  }
}

const emptyTab = () => null;

function course(
  { ours, theirs, quotation }: { ours: string; theirs: string; quotation: string | null },
  from: (url: string) => string | null,
): Course {
  const visit = (url: string): Visit => ({ url, quotation, from: from(url) });
  return { ours: visit(ours), theirs: visit(theirs), loads: [] };
}

async function longestStory(site: string): Promise<Article> {
  const { articles } = await json<ArticlePage>(`${site}/api/articles`);
  const [longest] = articles.toSorted((a, b) => b.wordCount - a.wordCount);
  if (longest === undefined) throw new Error("the site serves no story to measure");
  return json<Article>(`${site}/api/articles/${longest.slug}`);
}

function rows(
  courses: Record<"story" | "quotation" | "storyInEmptyTab" | "quotationInEmptyTab", Course>,
): readonly Row[] {
  const { story, quotation, storyInEmptyTab, quotationInEmptyTab } = courses;
  const paint = (load: PageLoad) => load.largestContentfulPaint;
  const inView = (load: PageLoad) => load.quotationInView ?? Number.POSITIVE_INFINITY;
  return [
    ratioRow("LCP of a story, ms", story, paint, 1.15),
    ratioRow("LCP of a story in an empty tab, ms", storyInEmptyTab, paint, 1.15),
    ratioRow("linked quotation in view, ms", quotation, inView, 1.15),
    ratioRow("linked quotation in view in an empty tab, ms", quotationInEmptyTab, inView, 1.15),
    differenceRow("total blocking time, ms", story, (load) => load.totalBlockingTime, 50),
    limitRow("layout shift", story, (load) => load.layoutShift, 0.01),
    limitRow("JavaScript before interaction, kB brotli", story, (load) => load.scriptBytes / 1_000, 85),
  ];
}

type Figure = (load: PageLoad) => number;

const middle = (course: Course, side: "ours" | "theirs", figure: Figure): number =>
  median(course.loads.map((load) => figure(load[side])));

function ratioRow(measure: string, course: Course, figure: Figure, most: number): Row {
  const ours = middle(course, "ours", figure);
  const reference = middle(course, "theirs", figure);
  const ratio = ours / reference;
  return { measure, ours, reference, ratio, goal: `≤ ${most}×`, ok: ratio <= most };
}

function differenceRow(measure: string, course: Course, figure: Figure, most: number): Row {
  const ours = middle(course, "ours", figure);
  const reference = middle(course, "theirs", figure);
  return { measure, ours, reference, ratio: null, goal: `≤ ${most} more`, ok: ours - reference <= most };
}

function limitRow(measure: string, course: Course, figure: Figure, most: number): Row {
  const ours = middle(course, "ours", figure);
  return { measure, ours, reference: null, ratio: null, goal: `≤ ${most}`, ok: ours <= most };
}
