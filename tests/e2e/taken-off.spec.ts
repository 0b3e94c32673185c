import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { hydrated, it } from "../support/on-site.ts";

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

describe("a story that is taken off", () => {
  it("is gone for its reader at the next visit, offline too, and comes back with its vote", async ({
    site,
    story,
    openStory,
  }) => {
    const { slug, headline } = story;
    const words = story.quotations[0]?.text.split("\n")[0] ?? "";
    const path = `/articles/${slug}`;
    const page = await openStory(story.url);
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
