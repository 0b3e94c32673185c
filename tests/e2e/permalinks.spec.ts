import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordingId } from "#text/wording.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { type Site, startSite } from "#tools/support/site.ts";

const filler = Array.from(
  { length: 12 },
  (_, at) =>
    `The tide turned again that week, for the ${at + 2}th time, and the gulls took little notice of it.`,
).join("\n\n");

const first = `Harbour keeps its ferry

12 July 2024

The ferry across the sound was to have stopped in November.

${filler}

“We will keep the ferry running all winter,” said Ana Ruiz, the harbour master.

“Nobody on the quay was ever asked about it,” said Ben Oduya, a fisherman.

“We won't sell the pier to anybody,” Ruiz said.

“The boats can wait until the spring,” Oduya said.

“A harbour without a ferry is a pond with opinions,” said Cleo Vane, who runs the café.
`;
const second = first
  .replace("all winter", "until March")
  .replace("won't", "won’t")
  .replace("spring,” Oduya said", "spring,” Ruiz said")
  .replace(/“Nobody.*\n\n/, "");

const ids = {
  verbatim: wordingId("A harbour without a ferry is a pond with opinions"),
  retypeset: wordingId("We won't sell the pier to anybody"),
  reattributed: wordingId("The boats can wait until the spring"),
  edited: wordingId("We will keep the ferry running all winter"),
  successor: wordingId("We will keep the ferry running until March"),
  removed: wordingId("Nobody on the quay was ever asked about it"),
};

let site: Site;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verbatim-stories-"));
  [site, browser] = await Promise.all([startSite({ samples: false }), launchChromium()]);
  for (const text of [first, second]) {
    const path = join(folder, "harbour.txt");
    await writeFile(path, text);
    const { status, stderr } = await site.run("ingest", path, "--slug", "harbour");
    expect([status, stderr]).toEqual([0, expect.any(String)]);
  }
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await rm(folder, { recursive: true, force: true });
});

const address = (id: string) => `${site.url}/articles/harbour/quotes/${id}`;

describe.each([true, false])("a link to a quotation (JavaScript: %s)", (javaScriptEnabled) => {
  async function open<T>(id: string, look: (page: Page, status: number) => Promise<T>): Promise<T> {
    const context = await browser.newContext({
      serviceWorkers: "block",
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 410/.test(message.text()))
        complaints.push(message.text());
    });
    const answer = await page.goto(address(id), { waitUntil: "load" });
    const found = await look(page, answer?.status() ?? 0);
    expect(complaints).toEqual([]);
    await context.close();
    return found;
  }
  const inView = async (page: Page, id: string) => {
    const top = () => page.locator(`#q-${id}`).evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThanOrEqual(0);
    await expect.poll(top).toBeLessThan(844);
  };

  it.each(["verbatim", "retypeset"] as const)(
    "opens %s words where they stand, and says above them whose they are and that they stand",
    async (state) => {
      await open(ids[state], async (page, status) => {
        expect(status).toBe(200);
        await inView(page, ids[state]);
        expect(await page.locator(`mark#q-${ids[state]}`).count()).toBe(1);
        expect(await page.locator("main aside").count()).toBe(1);
        const note = page.locator("main aside");
        const name = state === "verbatim" ? "Cleo Vane" : "Ana Ruiz";
        for (const told of [name, "Harbour keeps its ferry", "12 July 2024", "Unchanged"])
          expect(await note.textContent()).toContain(told);
        const { top, room } = await note.evaluate((above) => {
          const box = above.getBoundingClientRect();
          const words = document.querySelector("mark")?.getBoundingClientRect();
          return { top: box.top, room: (words?.top ?? 0) - box.bottom };
        });
        expect(top).toBeGreaterThanOrEqual(0);
        expect(room).toBeGreaterThanOrEqual(0);
        expect(await page.title()).toMatch(new RegExp(`^${name}: “.*” – Harbour keeps its ferry`));
        await note.getByRole("link", { name: "Read from the beginning" }).click();
        await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(100);
      });
    },
  );

  it("names both speakers of reattributed words", async () => {
    await open(ids.reattributed, async (page, status) => {
      expect(status).toBe(200);
      const note = page.locator("aside", { hasText: "Ben Oduya" }).first();
      expect(await note.textContent()).toContain("Ana Ruiz");
      expect(await page.locator(`mark#q-${ids.reattributed}`).count()).toBe(1);
      // Caches hold the picture with the first name on it: this is another address.
      const picture = page.locator('meta[property="og:image"]');
      expect(await picture.getAttribute("content")).toBe(`${address(ids.reattributed)}/card.png?v=2`);
    });
  });

  it("shows the old wording, the new one and the difference of edited words", async () => {
    await open(ids.edited, async (page, status) => {
      expect(status).toBe(200);
      const note = page.locator("aside", { hasText: "all winter" }).first();
      expect(await note.locator("del").allTextContents()).toEqual(["all winter"]);
      expect(await note.locator("ins").allTextContents()).toEqual(["until March"]);
      expect(await page.title()).toContain(
        "Changed since – Ana Ruiz: “We will keep the ferry running all winter",
      );
      expect(await page.locator(`mark#q-${ids.successor}`).count()).toBe(1);
      expect(await page.locator("main aside").count()).toBe(1);
      await inView(page, ids.successor);
      // Without JavaScript the browser goes there only after it has shown the top.
      const bottom = () => note.evaluate((element) => element.getBoundingClientRect().bottom);
      await expect.poll(bottom).toBeLessThan(844);
    });
  });

  it("answers 410 for removed words, with the words and the story", async () => {
    await open(ids.removed, async (page, status) => {
      expect(status).toBe(410);
      const note = page.locator("aside", { hasText: "Nobody on the quay was ever asked about it" }).first();
      expect(await note.textContent()).toContain("Ben Oduya");
      expect(await page.locator("h1").textContent()).toContain("Harbour keeps its ferry");
      expect(await page.locator("mark").count()).toBe(0);
      expect(await page.evaluate(() => scrollY)).toBeLessThan(844);
    });
  });
});

describe("an old fragment", () => {
  async function open<T>(path: string, look: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({
      serviceWorkers: "block",
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(site.url + path, { waitUntil: "load" });
    const found = await look(page);
    expect(complaints).toEqual([]);
    await context.close();
    return found;
  }
  const notes = (page: Page) => page.locator("main aside").allTextContents();

  it.each(["verbatim", "retypeset", "reattributed", "edited", "removed"] as const)(
    "of %s words becomes their path, with the same notes and title",
    async (state) => {
      const byPath = await open(`/articles/harbour/quotes/${ids[state]}`, async (page) => ({
        notes: await notes(page),
        title: await page.title(),
      }));
      await open(`/articles/harbour#q-${ids[state]}`, async (page) => {
        await expect.poll(() => page.url()).toBe(address(ids[state]));
        await expect.poll(() => notes(page)).toEqual(byPath.notes);
        await expect.poll(() => page.title()).toBe(byPath.title);
        const shown = state === "edited" ? ids.successor : ids[state];
        const place = page.locator(state === "removed" ? "main aside" : `#q-${shown}`).first();
        const top = () => place.evaluate((element) => element.getBoundingClientRect().top);
        await expect.poll(top).toBeGreaterThanOrEqual(0);
        await expect.poll(top).toBeLessThan(844);
      });
    },
  );

  it("of words that the story never had stays, and so does the story", async () => {
    await open("/articles/harbour#q-000000000000", async (page) => {
      await page.locator('button[name="enjoyed"][aria-pressed]').first().waitFor();
      expect(page.url()).toBe(`${site.url}/articles/harbour#q-000000000000`);
      expect(await page.locator("h1").textContent()).toBe("Harbour keeps its ferry");
    });
  });
});

describe("an address that no quotation ever had", () => {
  it.each([true, false])("offers the story (JavaScript: %s)", async (javaScriptEnabled) => {
    const context = await browser.newContext({ serviceWorkers: "block", javaScriptEnabled });
    const page = await context.newPage();
    expect((await page.goto(address("000000000000")))?.status()).toBe(404);
    await page.getByRole("link", { name: "Read “Harbour keeps its ferry”" }).click();
    await expect.poll(() => page.url()).toBe(`${site.url}/articles/harbour`);
    await expect.poll(() => page.locator("h1").textContent()).toBe("Harbour keeps its ferry");
    await context.close();
  });
});

describe("the score", () => {
  it("leads to a quotation's own address, and shows the way there", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${site.url}/articles/harbour`);
    await page.locator('button[name="enjoyed"][aria-pressed]').first().waitFor();
    await page.locator("[role=group] svg[data-voice]").first().click();
    await expect.poll(() => page.url()).toMatch(/\/articles\/harbour\/quotes\/[0-9a-z-]+$/);
    const linked = page.locator("[data-linked]").first();
    const id = page.url().replace(/.*\//, "");
    await expect.poll(() => linked.getAttribute("id")).toBe(`q-${id}`);
    const top = () => linked.evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThanOrEqual(0);
    await expect.poll(top).toBeLessThan(800);
    await page.close();
  });
});

describe("the story itself", () => {
  it("lists what each revision did to its quotations", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/articles/harbour`);
    const changes = page.locator("section", { hasText: "Corrections and changes" }).last();
    await expect.poll(() => changes.textContent()).toContain("until March");
    expect(await changes.textContent()).toContain("Nobody on the quay was ever asked about it");
    expect(await changes.locator("del", { hasText: "Ben Oduya" }).count()).toBe(1);
    await page.close();
  });

  it("answers the same through the API", async () => {
    const states = await Promise.all(
      (["verbatim", "retypeset", "reattributed", "edited", "removed"] as const).map(async (state) => {
        const answer = await fetch(`${site.url}/api/articles/harbour/quotes/${ids[state]}`);
        const permalink = (await answer.json()) as { state: string; successor: string | null };
        return [state, permalink.state, permalink.successor];
      }),
    );
    expect(states).toEqual([
      ["verbatim", "verbatim", null],
      ["retypeset", "retypeset", null],
      ["reattributed", "reattributed", null],
      ["edited", "edited", ids.successor],
      ["removed", "removed", null],
    ]);
    expect((await fetch(address("000000000000"))).status).toBe(404);
  });

  it("embeds the difference too", async () => {
    const html = await (await fetch(`${site.url}/embed/articles/harbour/quotes/${ids.edited}`)).text();
    expect(html).toContain("<del>all winter</del><ins>until March</ins>");
  });
});
