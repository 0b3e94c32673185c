import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Article, ArticlePage } from "#model/article.ts";
import type { VoteState } from "#model/vote.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { type Site, startSite } from "#tools/support/site.ts";
import { hydrated } from "../support/on-site.ts";
import { readJson } from "../support/story.ts";

/** Stories whose slugs are made of their own headlines: language, headline, two paragraphs. */
const written: readonly (readonly [lang: string, headline: string, first: string, second: string])[] = [
  [
    "ar",
    "الميناء يُبقي على عبّارته",
    "كانت العبّارة ستتوقف في الخريف.",
    "قالت سلمى حدّاد: «سنبقي العبّارة تعمل طوال الشتاء».",
  ],
  [
    "he",
    "הנמל שומר על המעבורת",
    "המעבורת הייתה אמורה להפסיק בסתיו.",
    "“המעבורת תפליג כל החורף”, אמרה רות לביא.",
  ],
  [
    "ru",
    "Ещё один паром останется",
    "Паром должен был остановиться в ноябре.",
    "«Мы оставим паром на всю зиму», — сказала Анна Рябова.",
  ],
  [
    "el",
    "Το λιμάνι κρατά το πλοίο",
    "Το πλοίο θα σταματούσε τον Νοέμβριο.",
    "«Θα κρατήσουμε το πλοίο όλο τον χειμώνα», είπε η Άννα Μαρή.",
  ],
  ["zh", "海港保留渡轮", "渡轮原定十一月停航。", "“我们整个冬天都会开渡轮。”林安说。"],
  ["hi", "बंदरगाह ने नौका बचाई", "नौका नवंबर में बंद होने वाली थी।", "“हम पूरी सर्दी नौका चलाएँगे,” मीरा जोशी ने कहा।"],
];

let site: Site;
let browser: Browser;
let folder: string;
let stories: readonly Article[];
let reader: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verbatim-scripts-"));
  [site, browser] = await Promise.all([startSite({ samples: false }), launchChromium()]);
  for (const [lang, headline, ...paragraphs] of written) {
    await writeFile(
      join(folder, `${lang}.md`),
      ["---", `headline: ${headline}`, `lang: ${lang}`, "---", ...paragraphs].join("\n\n"),
    );
  }
  const { status, stderr } = await site.run("ingest", folder);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const { articles } = await readJson<ArticlePage>(`${site.url}/api/articles`);
  stories = await Promise.all(
    articles.map(({ url }) => readJson<Article>(url.replace("/articles/", "/api/articles/"))),
  );
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  reader = await browser.newContext({ viewport: { width: 390, height: 844 } });
});
afterEach(() => reader.close());

function storyIn(lang: string): Article {
  const found = stories.find(({ inLanguage }) => inLanguage === lang);
  if (found === undefined) throw new Error(`no story in ${lang}`);
  return found;
}
const quotationOf = ({ quotations }: Article) => {
  const [first] = quotations;
  if (first === undefined) throw new Error("the story has no quotation");
  return first;
};
const linkTo = (story: Article): string => `${story.url}/quotes/${quotationOf(story).id}`;

/** A page, and everything that it asked the site for and was refused, or complained of. */
async function watched(): Promise<{ page: Page; complaints: string[] }> {
  const page = await reader.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  page.on("request", (request) => {
    if (request.url().includes("%25")) complaints.push(`encoded twice: ${request.url()}`);
  });
  return { page, complaints };
}

const headlineOf = (page: Page) => page.locator("main h1").textContent();

describe.each(written)("a story in %s", (lang, headline) => {
  it("has an address in its own letters", () => {
    const { slug, url, quotations } = storyIn(lang);
    expect(url).toBe(`${site.url}/articles/${encodeURIComponent(slug)}`);
    expect(slug).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
    expect(slug).not.toMatch(/[a-z]/);
    expect(quotations).toHaveLength(1);
  });

  it("opens from the front page, and the way back and forward works", async () => {
    const { page, complaints } = await watched();
    await page.goto(`${site.url}/`);
    await page.getByRole("link", { name: headline }).first().click();
    await expect.poll(() => headlineOf(page)).toBe(headline);
    expect(page.url()).toBe(storyIn(lang).url);
    await page.goBack();
    await page.getByRole("link", { name: headline }).first().waitFor();
    await page.goForward();
    await expect.poll(() => headlineOf(page)).toBe(headline);
    expect(complaints).toEqual([]);
  });

  it.each(["as programs write it", "as a reader types it"])("opens by its address, %s", async (how) => {
    const { page, complaints } = await watched();
    const { slug, url } = storyIn(lang);
    await page.goto(how === "as programs write it" ? url : `${site.url}/articles/${slug}`);
    await hydrated(page);
    expect(await headlineOf(page)).toBe(headline);
    await page
      .getByRole("button", { name: /quotation|not named/i })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).search).toContain("voices=");
    expect(await headlineOf(page)).toBe(headline);
    expect(complaints).toEqual([]);
  });

  it("opens at a quotation", async () => {
    const { page, complaints } = await watched();
    const story = storyIn(lang);
    await page.goto(linkTo(story));
    await hydrated(page);
    expect(await page.locator(`mark#q-${quotationOf(story).id}`).textContent()).toBe(quotationOf(story).text);
    const { permalink } = {
      permalink: await readJson<{ state: string }>(linkTo(story).replace("/articles/", "/api/articles/")),
    };
    expect(permalink.state).toBe("verbatim");
    expect(complaints).toEqual([]);
  });

  it.each([true, false])("is voted on (JavaScript: %s)", async (javaScriptEnabled) => {
    await reader.close();
    reader = await browser.newContext({ javaScriptEnabled });
    const { page, complaints } = await watched();
    const { url } = storyIn(lang);
    const before = await readJson<VoteState>(`${url.replace("/articles/", "/api/articles/")}/vote`);
    await page.goto(url);
    if (javaScriptEnabled) await hydrated(page);
    await page.locator('button[name="enjoyed"][value="yes"]').click();
    await expect
      .poll(
        async () => (await readJson<VoteState>(`${url.replace("/articles/", "/api/articles/")}/vote`)).tally,
      )
      .toEqual({ ...before.tally, yes: before.tally.yes + 1 });
    if (!javaScriptEnabled) {
      expect(page.url()).toBe(`${url}/vote`);
      await page.locator(`main a[href="${new URL(url).pathname}"]`).click();
      expect(await headlineOf(page)).toBe(headline);
    }
    expect(complaints).toEqual([]);
  });

  it("opens offline once it was read, at a quotation too", async () => {
    const { page } = await watched();
    const story = storyIn(lang);
    await page.goto(story.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const kept = () =>
      page.evaluate(async (path) => {
        const pages = await caches.open("pages");
        return (await pages.match(path, { ignoreVary: true })) !== undefined;
      }, new URL(story.url).pathname);
    await expect.poll(kept, { timeout: 30_000 }).toBe(true);
    await reader.setOffline(true);
    await page.goto(story.url);
    expect(await headlineOf(page)).toBe(headline);
    await page.goto(linkTo(story));
    expect(await headlineOf(page)).toBe(headline);
    await expect
      .poll(() => page.locator("[data-linked]").first().textContent())
      .toBe(quotationOf(story).text);
  });

  it("unfurls to its own words, picture and frame", async () => {
    const story = storyIn(lang);
    const { document } = new JSDOM(await (await fetch(linkTo(story))).text()).window;
    const content = (name: string) =>
      document.querySelector(`meta[property="${name}"]`)?.getAttribute("content");
    expect(content("og:url")).toBe(linkTo(story));
    expect(content("og:title")).toContain(quotationOf(story).text.replace(/[,，]$/u, ""));
    const picture = await fetch(content("og:image") ?? "");
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    const discovery =
      document.querySelector('link[type="application/json+oembed"]')?.getAttribute("href") ?? "";
    const { html } = await readJson<{ html: string }>(discovery);
    const frame = new JSDOM(html).window.document.querySelector("iframe")?.getAttribute("src") ?? "";
    const embedded = await fetch(frame);
    expect(embedded.status).toBe(200);
    const inside = new JSDOM(await embedded.text()).window.document;
    expect(inside.querySelector("blockquote")?.textContent).toContain(
      quotationOf(story).text.replace(/[,，]$/u, ""),
    );
    expect(inside.querySelector("footer a")?.getAttribute("href")).toBe(linkTo(story));
  });

  it.each(["/feed.xml", "/sitemap.xml"])("stands in %s", async (path) => {
    const xml = await (await fetch(site.url + path)).text();
    const { document } = new JSDOM(xml, { contentType: "text/xml" }).window;
    const addresses = [
      ...[...document.querySelectorAll("entry > link")].map((link) => link.getAttribute("href")),
      ...[...document.querySelectorAll("url > loc")].map((loc) => loc.textContent),
    ];
    expect(addresses).toContain(storyIn(lang).url);
    const answer = await fetch(storyIn(lang).url);
    expect(answer.status).toBe(200);
  });
});
