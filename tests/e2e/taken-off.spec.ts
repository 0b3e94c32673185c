import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Article } from "#model/article.ts";
import { hydrated, it } from "../support/on-site.ts";
import { readStories } from "../support/story.ts";

/** Everything that a device keeps of the site: addresses, and what they answered. */
const keptOn = (page: Page): Promise<readonly { readonly path: string; readonly text: string }[]> =>
  page.evaluate(async () => {
    const kept: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true });
        const { pathname } = new URL(request.url);
        if (!pathname.startsWith("/assets/"))
          kept.push({ path: pathname, text: (await answer?.text()) ?? "" });
      }
    }
    return kept;
  });

/** Every address that leads to a story, or may: pages, data, cards, frames, lists, and other stories' ends. */
function addressesAround({ slug, quotations: all, url }: Article, stories: readonly Article[]) {
  // Each takes a page, a frame and a card to draw, and the fifth is as the first.
  const quotations = all.slice(0, 4);
  const own = [`/articles/${slug}`, ...quotations.map(({ id }) => `/articles/${slug}/quotes/${id}`)];
  const others = stories.filter((other) => other.slug !== slug).map((other) => `/articles/${other.slug}`);
  const site = new URL(url).origin;
  return {
    own: [
      ...own,
      `/articles/${slug}/vote`,
      ...["changes", "further", "vote"].map((more) => `/api/articles/${slug}/${more}`),
      ...own.flatMap((path) => [
        `/api${path}`,
        `/embed${path}`,
        `/oembed?url=${encodeURIComponent(site + path)}`,
        `${path}?lang=de`,
      ]),
      ...quotations.map(({ id }) => `/articles/${slug}/quotes/${id}/card.png`),
    ],
    others: [
      ...[
        "/",
        "/?lang=ar",
        "/feed.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/privacy",
        "/saved",
        "/api/articles",
      ],
      ...others.flatMap((path) => [
        path,
        `${path}/vote`,
        `/api${path}`,
        `/api${path}/further`,
        `/embed${path}`,
      ]),
    ],
  };
}

const flat = (text: string): string => text.replaceAll("&#x27;", "'").replace(/\s+/g, " ");

describe("a story that is taken off", () => {
  it("is at no address and in no list, and at all of them again afterwards", async ({ site, story }) => {
    const stories = await readStories(site.url);
    const { own, others } = addressesAround(story, stories);
    const words = [
      story.headline,
      ...story.blocks.map(({ text }) => text),
      ...story.quotations.map(({ text }) => text),
    ]
      .map((text) => flat(text.split("\n")[0] ?? "").slice(0, 60))
      .filter((text) => text.length > 20);
    const ask = async (paths: readonly string[]) => {
      const answers: { path: string; status: number; told: readonly string[] }[] = [];
      for (const path of paths) {
        const answer = await fetch(site.url + path, { headers: { accept: "text/html,*/*" } });
        const text = flat(await answer.text());
        answers.push({ path, status: answer.status, told: words.filter((each) => text.includes(each)) });
      }
      return answers;
    };
    const before = await ask([...own, ...others]);
    expect(before.filter(({ status }) => status !== 200)).toEqual([]);
    expect(before.filter(({ told }) => told.length > 0).length).toBeGreaterThan(own.length / 2);
    await site.run("unpublish", story.slug, "--why", "A name in it was wrong.");
    await expect.poll(async () => (await fetch(story.url)).status).toBe(410);
    for (const answer of await ask(own)) expect(answer).toEqual({ path: answer.path, status: 410, told: [] });
    for (const answer of await ask(others))
      expect(answer).toEqual({ path: answer.path, status: 200, told: [] });
    await site.run("publish", story.slug);
    await expect.poll(async () => (await fetch(story.url)).status).toBe(200);
    expect(await ask([...own, ...others])).toEqual(before);
  });

  it("is gone for its reader at the next visit, offline too, and comes back with its vote", async ({
    site,
    story,
    openStory,
  }) => {
    const { slug, headline } = story;
    const words = story.quotations[0]?.text.split("\n")[0] ?? "";
    const path = `/articles/${slug}`;
    const page = await openStory(story.url, { serviceWorkers: "allow" });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByRole("button", { name: "Yes", exact: true }).click();
    await page.getByRole("button", { name: "Take it back" }).waitFor();
    const naming = async () =>
      (await keptOn(page))
        .filter(
          ({ path: kept, text }) => kept.includes(slug) || text.includes(slug) || text.includes(headline),
        )
        .map(({ path: kept }) => kept)
        .toSorted();
    // The story, its data, and other pages that lead to it: the front page, and the ends of other stories.
    await expect
      .poll(naming, { timeout: 30_000 })
      .toEqual(
        expect.arrayContaining([
          "/",
          "/api/articles",
          `/api${path}`,
          path,
          expect.stringMatching(`^/articles/(?!${slug})`),
        ]),
      );
    const pictures = async () =>
      (await keptOn(page)).filter(({ path: kept }) => story.image?.sources.some(({ src }) => src === kept));
    await page.reload();
    await page.locator("article img").first().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await pictures()).length, { timeout: 30_000 }).toBeGreaterThan(0);

    const reason = "A name in it was wrong.";
    expect((await site.run("unpublish", slug, "--why", reason)).status).toBe(0);
    // Another page of the site than the story's own, and one that names no story.
    await page.goto(`${site.url}/privacy`);
    await expect.poll(naming, { timeout: 30_000 }).toEqual([]);
    expect(await pictures()).toEqual([]);
    expect(JSON.stringify(await keptOn(page))).not.toContain(words);
    // What else was kept is there as before.
    expect(
      (await keptOn(page)).filter(({ path: kept }) => /^\/articles\/[^/]+$/.test(kept)).length,
    ).toBeGreaterThan(2);

    for (const address of [path, `${path}/quotes/${story.quotations[0]?.id}`]) {
      const answer = await page.goto(site.url + address);
      expect(answer?.status()).toBe(410);
      expect(await page.locator("h1").textContent()).toBe("This story was taken off");
      await page.getByText(reason).waitFor();
      await page.getByRole("link", { name: "To the front page" }).waitFor();
    }
    await page.context().setOffline(true);
    await page.goto(site.url + path);
    expect(await page.locator("h1").textContent()).toBe("You are offline");
    await page.context().setOffline(false);

    expect((await site.run("publish", slug)).status).toBe(0);
    await page.goto(story.url);
    await hydrated(page);
    await page.getByRole("button", { name: "Yes", exact: true, pressed: true }).waitFor();
    await page.reload();
    await expect.poll(naming, { timeout: 30_000 }).toEqual(expect.arrayContaining([`/api${path}`, path]));
  });
});
