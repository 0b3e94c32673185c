import type { Browser } from "playwright-core";
import type { Article } from "#model/article.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { startSite } from "#tools/support/site.ts";
import { serveElsewhere } from "./elsewhere.ts";
import { loadPage, median, type PageLoad, unthrottled, type Visit } from "./page-load.ts";
import { bringPageStories } from "./page-stories.ts";
import type { Row } from "./row.ts";
import { serveStatic, staticPage } from "./static-page.ts";

/** One way to come to one page, of ours and of the reference, and what each load took. */
interface Course {
  readonly ours: Visit;
  readonly theirs: Visit;
  readonly loads: { readonly ours: PageLoad; readonly theirs: PageLoad }[];
}

/** A story's page and the address of its last quotation, each reached in one way. */
interface StoryCourses {
  readonly name: string;
  readonly story: Course;
  readonly quotation: Course;
}

/**
 * Story pages beside hand-written static pages of the same stories, in one run: slow 4G, 4× CPU, medians. A
 * reader follows a link of another site, for which the browser begins a process in either case. An empty tab
 * has one already, which of the two only the page without an opener policy can keep.
 *
 * @param rounds how often each page is loaded; an odd number
 */
export async function benchPages(rounds = 15): Promise<readonly Row[]> {
  const site = await startSite();
  const browser = await launchChromium();
  const elsewhere = await serveElsewhere();
  const references: (() => void)[] = [elsewhere.close];
  try {
    const all: StoryCourses[] = [];
    for (const [name, article] of await bringPageStories(site)) {
      const reference = await serveStatic(staticPage(article), site.url);
      references.push(() => reference.server.close());
      const between = (from: (url: string) => string | null) =>
        coursesOf(article, site.url, reference.url, from);
      all.push({ name: `${name}, by a link`, ...between(elsewhere.linking) });
      all.push({ name: `${name}, in an empty tab`, ...between(() => null) });
    }
    const courses = all.flatMap(({ story, quotation }) => [story, quotation]);
    // Taken in turn, so that a noisy minute of the machine falls on both.
    for (let round = 0; round < rounds; round++)
      for (const { theirs, ours, loads } of courses)
        loads.push({ theirs: await loadPage(browser, theirs), ours: await loadPage(browser, ours) });
    return [...all.flatMap(rowsOf), ...(await faceRows(browser, all[0]?.story.ours))];
  } finally {
    for (const close of references) close();
    await browser.close();
    await site.stop();
  }
}

function coursesOf(
  article: Article,
  site: string,
  reference: string,
  from: (url: string) => string | null,
): Pick<StoryCourses, "story" | "quotation"> {
  const last = article.quotations.at(-1);
  if (last === undefined) throw new Error("the story has no quotation to link to");
  const story = `${site}/articles/${article.slug}`;
  const element = `#q-${last.id}`;
  const course = (ours: string, theirs: string, quotation: string | null): Course => ({
    ours: { url: ours, quotation, from: from(ours) },
    theirs: { url: theirs, quotation, from: from(theirs) },
    loads: [],
  });
  return {
    story: course(story, `${reference}/`, null),
    quotation: course(`${story}/quotes/${last.id}`, `${reference}/${element}`, element),
  };
}

function rowsOf({ name, story, quotation }: StoryCourses): readonly Row[] {
  const seen = (load: PageLoad) => load.quotationInView ?? Number.POSITIVE_INFINITY;
  return [
    ratioRow(`${name}: LCP, ms`, story, (load) => load.largestContentfulPaint, 1.4),
    ratioRow(`${name}: linked quotation in view, ms`, quotation, seen, 1.4),
    ratioRow(`${name}: vote usable, ms`, story, (load) => load.voteUsable, 1.4),
    differenceRow(`${name}: total blocking time, ms`, story, (load) => load.totalBlockingTime, 50),
    limitRow(`${name}: layout shift`, story, (load) => load.layoutShift, 0.01),
    limitRow(`${name}: JavaScript, kB brotli`, story, (load) => load.scriptBytes / 1_000, 100),
  ];
}

/** When a first visitor sees the text face. */
async function faceRows(browser: Browser, visit: Visit | undefined): Promise<readonly Row[]> {
  if (visit === undefined) return [];
  const row = (measure: string, { facesDrawn }: PageLoad, most: number): Row => ({
    measure: `our faces drawn, ${measure}, ms`,
    ours: facesDrawn,
    reference: null,
    ratio: null,
    goal: `≤ ${most}`,
    ok: facesDrawn <= most,
  });
  return [
    row("unthrottled", await loadPage(browser, visit, unthrottled), 1_000),
    row("slow 4G, 4× CPU", await loadPage(browser, visit), 3_000),
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
