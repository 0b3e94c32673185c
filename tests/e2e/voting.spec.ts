import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import type { VoteState } from "#model/vote.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { type Site, startSite } from "#tools/support/site.ts";
import { hydrated } from "../support/on-site.ts";
import { readJson, readRichestStory } from "../support/story.ts";

let site: Site;
let browser: Browser;
let story: Article;
let reader: BrowserContext;
/** What earlier tests have left of votes. */
let before: VoteState["tally"];

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite();
  story = await readRichestStory(site.url);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  before = await counted();
  reader = await browser.newContext({ viewport: { width: 390, height: 844 } });
});
afterEach(() => reader.close());

const storyAddress = () => `${site.url}/articles/${story.slug}`;
const counted = async () => (await readJson<VoteState>(`${site.url}/api/articles/${story.slug}/vote`)).tally;
/** The votes of this test. */
const tally = async () => {
  const { yes, no } = await counted();
  return { yes: yes - before.yes, no: no - before.no };
};
const answer = (page: Page, value: string) => page.locator(`button[name="enjoyed"][value="${value}"]`);
const outbox = (page: Page) => page.evaluate(() => localStorage.getItem("verbatim:votes"));
const pressed = (page: Page, value: string) => answer(page, value).getAttribute("aria-pressed");

/** Opens the story and waits until React has hydrated it. */
async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(storyAddress());
  await hydrated(page);
  return page;
}

describe("a vote", () => {
  it("survives a reload, a change, a withdrawal and a restart of the server", async () => {
    const page = await open(reader);
    await answer(page, "yes").click();
    await expect.poll(tally).toEqual({ yes: 1, no: 0 });
    await page.reload();
    await expect.poll(() => pressed(page, "yes")).toBe("true");

    await answer(page, "no").click();
    await expect.poll(tally).toEqual({ yes: 0, no: 1 });
    await site.restart();
    expect(await tally()).toEqual({ yes: 0, no: 1 });
    await page.reload();
    await expect.poll(() => pressed(page, "no")).toBe("true");

    await answer(page, "withdraw").click();
    await expect.poll(tally).toEqual({ yes: 0, no: 0 });
  });

  it("is kept when the server is killed right after it was acknowledged", async () => {
    const vote = await fetch(`${site.url}/api/articles/${story.slug}/vote`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ enjoyed: true }),
    });
    expect(vote.status).toBe(200);
    await site.restart("SIGKILL");
    expect(await tally()).toEqual({ yes: 1, no: 0 });
  });

  it("counts two browsers as two readers and the same one once", async () => {
    const other = await browser.newContext();
    const [mine, theirs] = [await open(reader), await open(other)];
    await answer(mine, "yes").click();
    await answer(theirs, "yes").click();
    await expect.poll(tally).toEqual({ yes: 2, no: 0 });
    await answer(mine, "no").click();
    await expect.poll(tally).toEqual({ yes: 1, no: 1 });
    await answer(mine, "yes").click();
    await expect.poll(tally).toEqual({ yes: 2, no: 0 });
    await other.close();
  });

  it("settles on the last of ten rapid clicks", async () => {
    const page = await open(reader);
    await page.evaluate(() => {
      const [yes, no] = ["yes", "no"].map((value) =>
        document.querySelector<HTMLButtonElement>(`button[name="enjoyed"][value="${value}"]`),
      );
      for (let click = 0; click < 5; click++) {
        no?.click();
        yes?.click();
      }
    });
    // Only an empty outbox says that nothing is on its way any more.
    await expect.poll(() => outbox(page)).toBeNull();
    expect(await tally()).toEqual({ yes: 1, no: 0 });
    await expect.poll(() => pressed(page, "yes")).toBe("true");
  });

  it("works without JavaScript: a form, a see-other, the tally", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(storyAddress());
    await answer(page, "yes").click();
    await page.waitForURL(`${storyAddress()}/vote`);
    expect(await tally()).toEqual({ yes: 1, no: 0 });
    // Few as they are, they are counted, not divided.
    await page.getByText(/^\d readers?(: \d yes, \d no)?$/).waitFor();
    expect(await page.locator("main").textContent()).not.toContain("%");
    await answer(page, "withdraw").click();
    await expect.poll(tally).toEqual({ yes: 0, no: 0 });
    await plain.close();
  });

  it("is announced, and focus stays where it was", async () => {
    const page = await open(reader);
    await answer(page, "yes").focus();
    await page.keyboard.press("Enter");
    await expect.poll(tally).toEqual({ yes: 1, no: 0 });
    await expect
      .poll(() => page.locator('[role="status"]').allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringMatching(/yes/i)]));
    expect(await page.evaluate(() => document.activeElement?.getAttribute("value"))).toBe("yes");
  });

  it("made offline waits, survives a reload's worth of closing, and is delivered once", async () => {
    const page = await open(reader);
    await reader.setOffline(true);
    await answer(page, "yes").click();
    await expect.poll(() => pressed(page, "yes")).toBe("true");
    await page.close();
    await reader.setOffline(false);
    const again = await open(reader);
    await expect.poll(tally).toEqual({ yes: 1, no: 0 });
    await again.reload();
    await expect.poll(() => pressed(again, "yes")).toBe("true");
    expect(await tally()).toEqual({ yes: 1, no: 0 });
  });

  it("made offline is delivered although no page is opened again", async () => {
    const page = await open(reader);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await site.halt();
    await answer(page, "yes").click();
    await expect.poll(() => page.evaluate(() => caches.has("sync-queue"))).toBe(true);
    await page.close();
    await site.restart();
    expect(await tally()).toEqual({ yes: 0, no: 0 });
    await wakeWorker(reader);
    await expect.poll(tally).toEqual({ yes: 1, no: 0 });
    const again = await open(reader);
    await expect.poll(() => outbox(again)).toBeNull();
    expect(await tally()).toEqual({ yes: 1, no: 0 });
    await expect.poll(() => again.evaluate(() => caches.has("sync-queue"))).toBe(false);
  });

  it("left waiting on one page is delivered from any other", async () => {
    const page = await open(reader);
    await site.halt();
    await answer(page, "no").click();
    await expect.poll(() => outbox(page)).not.toBeNull();
    await page.close();
    await site.restart();
    const front = await reader.newPage();
    await front.goto(site.url);
    await expect.poll(tally).toEqual({ yes: 0, no: 1 });
  });

  it("is forgotten on request, with the cookie and everything on the device that names the reader", async () => {
    const page = await open(reader);
    await answer(page, "yes").click();
    await expect.poll(tally).toEqual({ yes: 1, no: 0 });
    // The server counts before the browser has read its answer.
    await expect.poll(() => reader.cookies()).toHaveLength(1);
    await page.locator("summary", { hasText: "Privacy" }).click();
    await page.getByRole("button", { name: "Forget my votes" }).click();
    await expect.poll(tally).toEqual({ yes: 0, no: 0 });
    await expect.poll(() => reader.cookies()).toEqual([]);
    await expect.poll(() => page.evaluate(() => localStorage.getItem("verbatim:reader"))).toBeNull();
  });

  it("shows on the reader's other tab", async () => {
    const [first, second] = [await open(reader), await open(reader)];
    await answer(first, "yes").click();
    await expect.poll(() => pressed(second, "yes")).toBe("true");
  });

  it("waits while the server is away and is delivered when it is back", async () => {
    const page = await open(reader);
    await site.halt();
    await answer(page, "no").click();
    await expect.poll(() => pressed(page, "no")).toBe("true");
    await site.restart();
    // Attempts lie up to fifteen seconds apart, and a busy machine may miss one.
    await expect.poll(tally, { timeout: 90_000 }).toEqual({ yes: 0, no: 1 });
  });
});

describe("what is not a vote", () => {
  it("GET never votes", async () => {
    for (const query of ["", "?enjoyed=yes"]) await fetch(`${storyAddress()}/vote${query}`);
    expect(await tally()).toEqual({ yes: 0, no: 0 });
  });

  it.each([{ origin: "https://elsewhere.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }])(
    "a request with %o is refused",
    async (headers) => {
      const refused = await fetch(`${site.url}/api/articles/${story.slug}/vote`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ enjoyed: true }),
      });
      expect(refused.status).toBe(403);
      expect(await tally()).toEqual({ yes: 0, no: 0 });
    },
  );
});

/** Wakes the service worker as the browser does when the network is back, from a page that is none of the site's. */
async function wakeWorker(context: BrowserContext): Promise<void> {
  const elsewhere = await context.newPage();
  const session = await context.newCDPSession(elsewhere);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(site.url));
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.dispatchSyncEvent", {
    origin: site.url,
    registrationId: await registered,
    tag: "sync-queue",
    lastChance: false,
  });
  await elsewhere.close();
}
