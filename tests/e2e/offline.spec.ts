import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { type Site, startSite } from "#tools/support/site.ts";
import { hydrated, openSettings } from "../support/on-site.ts";
import { readStories } from "../support/story.ts";

let site: Site;
let browser: Browser;
let stories: readonly Article[];
let reader: BrowserContext;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  stories = await readStories(site.url);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  reader = await browser.newContext({ viewport: { width: 390, height: 844 } });
});
afterEach(() => reader.close());

const story = (): Article => {
  const [first] = stories;
  if (first === undefined) throw new Error("the site serves no stories");
  return first;
};
const storyPath = ({ slug }: Article) => `/articles/${slug}`;

/** Opens a page and waits until its worker keeps what it is to keep. */
async function visit(url: string, path: string): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(url + path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(
      () =>
        page.evaluate(
          async (paths) => {
            const pages = await caches.open("pages");
            const kept = await Promise.all(paths.map((each) => pages.match(each, { ignoreVary: true })));
            return kept.filter((each) => each !== undefined).length;
          },
          ["/", ...stories.map(storyPath)],
        ),
      { timeout: 30_000 },
    )
    .toBe(stories.length + 1);
  return page;
}

describe("offline", () => {
  it("the front page, a story that was read and the newest ones open, and say so", async () => {
    const page = await visit(site.url, storyPath(story()));
    await reader.setOffline(true);
    for (const each of stories) {
      await page.goto(site.url + storyPath(each));
      expect(await page.locator("h1").textContent()).toBe(each.headline);
      await page.getByText(/offline.*story as you last read it/).waitFor();
    }
    await page.goto(site.url);
    await page.getByText(/offline.*front page as you last saw it/).waitFor();
    await page.getByRole("link", { name: story().headline }).first().click();
    await expect.poll(() => page.locator("h1").textContent()).toBe(story().headline);
  });

  it("a quotation's address leads to the story that is kept, and an unknown one to what can be read", async () => {
    const page = await visit(site.url, storyPath(story()));
    await reader.setOffline(true);
    const quotation = story().quotations.at(-1)?.id;
    await page.goto(`${site.url}${storyPath(story())}/quotes/${quotation}`);
    expect(await page.locator("h1").textContent()).toBe(story().headline);
    expect(page.url()).toBe(`${site.url}${storyPath(story())}#q-${quotation}`);
    await page.goto(`${site.url}/articles/never-read-here`);
    expect(await page.locator("h1").textContent()).toBe("You are offline");
    await page.getByRole("link", { name: story().headline }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe(story().headline);
  });

  it.for([
    ["light", "rgb(251, 248, 243)"],
    ["sepia", "rgb(243, 232, 211)"],
    ["dark", "rgb(22, 23, 26)"],
  ])("what can be read is offered on the reader's paper (%s)", async ([theme, paper]) => {
    const page = await visit(site.url, storyPath(story()));
    await page.evaluate((kept) => localStorage.setItem("verbatim:settings", kept), JSON.stringify({ theme }));
    await reader.setOffline(true);
    await page.goto(`${site.url}/articles/never-read-here`);
    expect(await page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor)).toBe(paper);
  });

  it("votes and readers are never kept", async () => {
    const page = await visit(site.url, storyPath(story()));
    await page.locator('button[name="enjoyed"][value="yes"]').click();
    await page.locator('button[name="enjoyed"][value="withdraw"]').waitFor();
    await page.reload();
    await hydrated(page);
    await page.goto(`${site.url}${storyPath(story())}/vote`);
    await hydrated(page);
    const kept = await page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((path) => !path.startsWith("/assets/") && /vote|reader|desk/.test(path))).toEqual([]);
  });

  it("is installable: a manifest with icons that are there", async () => {
    const page = await visit(site.url, "/");
    const link = await page.locator('link[rel="manifest"]').getAttribute("href");
    const manifest = (await (await fetch(new URL(link ?? "", site.url))).json()) as {
      name: string;
      display: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest).toMatchObject({ name: "Verbatim", display: "standalone" });
    for (const { src } of manifest.icons) {
      const icon = await fetch(new URL(src, site.url));
      expect(icon.headers.get("content-type")).toBe("image/png");
    }
  });
});

describe("an update of the site", () => {
  let front: Server;
  let url: string;
  /** Once true, the files of the build before are gone and the worker is another one. */
  let updated: boolean;

  /** Stands before the site, as a host does that replaces a build by the next. */
  beforeEach(async () => {
    updated = false;
    front = createServer((request, response) => {
      const path = request.url ?? "/";
      if (updated && path.startsWith("/assets/")) {
        response.writeHead(404).end();
        return;
      }
      fetch(site.url + path)
        .then(async (answer) => {
          const body = Buffer.from(await answer.arrayBuffer());
          const worker = updated && path === "/service-worker.js";
          response.writeHead(answer.status, {
            "content-type": answer.headers.get("content-type") ?? "",
            "cache-control": "no-cache",
          });
          response.end(worker ? Buffer.concat([body, Buffer.from("\n// the next one")]) : body);
        })
        .catch(() => response.writeHead(502).end());
    });
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
    url = `http://localhost:${(front.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
  });

  it("comes without breaking a page that is open", async () => {
    const page = await visit(url, storyPath(story()));
    await page.reload();
    await hydrated(page);
    updated = true;
    await page.evaluate(async () => {
      const taken = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
      );
      await (await navigator.serviceWorker.ready).update();
      await taken;
    });
    // Its code has never been asked for before, and the server no longer has it.
    await openSettings(page);
    // And a page that was kept before the update still finds what it was built with.
    await reader.setOffline(true);
    await page.reload();
    await openSettings(page);
  });
});
