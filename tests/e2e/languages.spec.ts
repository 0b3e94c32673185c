import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it, openSettings } from "../support/on-site.ts";

const viewport = { width: 1280, height: 800 };
const root = (page: Page) =>
  page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));

describe.each([
  { locale: "en-GB", lang: "en", dir: "ltr", voices: "Voices", settings: "Reading settings" },
  { locale: "de-AT", lang: "de", dir: "ltr", voices: "Stimmen", settings: "Leseeinstellungen" },
  { locale: "ar-EG", lang: "ar", dir: "rtl", voices: "الأصوات", settings: "إعدادات القراءة" },
])("to a reader whose browser speaks $locale", ({ locale, lang, dir, voices, settings }) => {
  it("the page speaks it from the server on, and is hydrated without a word of complaint", async ({
    site,
    story,
    newPage,
  }) => {
    const page = await newPage({ locale, viewport, serviceWorkers: "allow" });
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    for (const address of [site.url, story.url, `${story.url}/quotes/${story.quotations[0]?.id}`]) {
      await page.goto(address);
      await openSettings(page, settings);
      expect(await root(page)).toEqual({ lang, dir });
    }
    expect(await page.getByRole("group", { name: voices, exact: true }).count()).toBe(1);
    expect(said).toEqual([]);
  });

  it("speaks it without JavaScript too, and to those who ask for settings", async ({ story, newPage }) => {
    const plain = await newPage({ locale, viewport, javaScriptEnabled: false });
    await plain.goto(story.url);
    expect(await root(plain)).toEqual({ lang, dir });
    const page = await newPage({ locale, viewport });
    await page.goto(story.url);
    await openSettings(page, settings);
  });

  it("leaves the story its own language and direction", async ({ story, newPage }) => {
    const page = await newPage({ locale, viewport });
    await page.goto(story.url);
    const article = await page.evaluate(() => {
      const element = document.querySelector("main article");
      return element === null
        ? null
        : { lang: element.getAttribute("lang"), dir: getComputedStyle(element).direction };
    });
    expect(article).toEqual({ lang: story.inLanguage, dir: "ltr" });
  });
});

describe("a language that the reader chose", () => {
  it("comes at once, is there from the first frame of the next page, and stays out of the address", async ({
    site,
    story,
    newPage,
  }) => {
    const page = await newPage({ locale: "en-GB", viewport });
    await page.goto(story.url);
    await openSettings(page);
    await page.getByRole("radio", { name: "العربية" }).check();
    await page.getByRole("group", { name: "الأصوات", exact: true }).waitFor();
    expect(await root(page)).toEqual({ lang: "ar", dir: "rtl" });

    await page.goto(site.url);
    await openSettings(page, "إعدادات القراءة");
    expect(await root(page)).toEqual({ lang: "ar", dir: "rtl" });
    expect(page.url()).toBe(`${site.url}/`);

    await page.getByRole("button", { name: "إعادة كل شيء كما كان" }).click();
    await page.getByRole("button", { name: "Reading settings" }).waitFor();
    expect(await root(page)).toEqual({ lang: "en", dir: "ltr" });
  });
});
