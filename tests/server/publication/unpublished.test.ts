import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardPath } from "#model/addresses.ts";
import type { Store } from "#store/store.ts";
import { draftOf, quotation } from "#tools/support/story-draft.ts";
import { databases } from "../../store/support.ts";
import { openBrowser, startServer, type TestServer } from "../support.ts";

const slug = "taken";
const headline = "The weathercock that turned itself";
const words = "Nothing is lost";
const reason = "A name in it was wrong.";

/** Every address of a story, and what else names it. */
const own = [
  `/articles/${slug}`,
  `/articles/${slug}/vote`,
  `/articles/${slug}/quotes/${quotation.id}`,
  cardPath(slug, quotation.id, 1),
  `/embed/articles/${slug}`,
  `/embed/articles/${slug}/quotes/${quotation.id}`,
  `/oembed?url=${encodeURIComponent(`https://paper.example/articles/${slug}`)}`,
  `/oembed?url=${encodeURIComponent(`https://paper.example/articles/${slug}/quotes/${quotation.id}`)}`,
  `/api/articles/${slug}`,
  `/api/articles/${slug}/changes`,
  `/api/articles/${slug}/further`,
  `/api/articles/${slug}/quotes/${quotation.id}`,
  `/api/articles/${slug}/vote`,
];
const others = [
  "/",
  "/feed.xml",
  "/sitemap.xml",
  "/articles/beside",
  "/articles/beside/vote",
  "/api/articles",
  "/api/articles/beside/further",
];

describe.each(databases)("a story that is taken off, on %s", (name) => {
  let server: TestServer;
  /** Another process on the same database: the command line. */
  let elsewhere: Store;
  let clock = Date.now();

  beforeAll(async () => {
    server = await startServer(name, { now: () => clock, elapsed: () => clock });
    elsewhere = await server.database.open();
    await server.store.articles.save(draftOf(slug, { headline, datePublished: "2026-03-05" }));
    await server.store.articles.save(draftOf("beside", { headline: "Another story" }));
  });
  afterAll(async () => {
    await elsewhere.close();
    await server.stop();
  });

  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
  const answers = (urls: readonly string[], headers: Record<string, string> = {}) =>
    Promise.all(
      urls.map(async (url) => {
        const { statusCode, body, headers: said } = await get(url, headers);
        return {
          url,
          status: statusCode,
          body,
          type: String(said["content-type"]),
          cache: said["cache-control"],
        };
      }),
    );
  const laterOn = () => {
    clock += 1_000;
  };

  test("is gone from every address and list of a server that had kept them all, and comes back", async () => {
    const reader = openBrowser(server.app);
    const voted = await reader.send("POST", `/api/articles/${slug}/vote`, { enjoyed: true });
    const before = await answers([...own, ...others]);
    expect(before.map(({ url, status }) => [url, status])).toEqual(
      [...own, ...others].map((url) => [url, 200]),
    );
    // That they name it is what the rest of this test is about; the tests' own pages draw no words.
    const naming = before.filter(({ body }) => body.includes(headline) || body.includes(words));
    expect(naming.map(({ url }) => url)).toEqual(expect.arrayContaining(["/", "/feed.xml", "/api/articles"]));

    await elsewhere.publication.unpublish(slug, reason);
    laterOn();
    for (const { url, status, body, cache } of await answers(own)) {
      expect([url, status, cache]).toEqual([
        url,
        410,
        url.endsWith("/vote") ? expect.stringContaining("no-store") : "no-store",
      ]);
      expect(body).not.toContain(headline);
      expect(body).not.toContain(words);
    }
    for (const { url, status, body } of await answers(others)) {
      expect([url, status]).toEqual([url, 200]);
      expect(body).not.toContain(slug);
      expect(body).not.toContain(headline);
    }
    const vote = await reader.send("POST", `/api/articles/${slug}/vote`, { enjoyed: false });
    expect([vote.statusCode, vote.json().unpublished.reason]).toEqual([410, reason]);
    const form = await reader.send("POST", `/articles/${slug}/vote`, "enjoyed=no", {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(form.statusCode).toBe(410);

    await elsewhere.publication.publish(slug);
    laterOn();
    const after = await answers([...own, ...others]);
    expect(after).toEqual(before);
    expect((await reader.send("GET", `/api/articles/${slug}/vote`)).json()).toEqual(voted.json());
  });

  test("says why: as problem+json to programs, as a page to browsers, in frames too", async () => {
    await elsewhere.publication.unpublish(slug, reason);
    laterOn();
    for (const { url, type, body } of await answers(own, { accept: "text/html,*/*" })) {
      const forPrograms = /^\/(api|oembed)/.test(url);
      expect([url, type]).toEqual([
        url,
        forPrograms ? "application/problem+json" : "text/html; charset=utf-8",
      ]);
      if (forPrograms) {
        expect(JSON.parse(body)).toMatchObject({
          status: 410,
          detail: expect.stringContaining(reason),
          unpublished: { date: expect.any(String), reason },
        });
      }
    }
    expect((await get(`/embed/articles/${slug}/quotes/${quotation.id}`)).body).toContain(reason);
    // A card that a page shows, and its preview in a messenger.
    for (const accept of ["image/avif,image/webp,*/*;q=0.8", "*/*"]) {
      const card = await get(cardPath(slug, quotation.id, 1), { accept });
      expect([card.statusCode, card.headers["content-type"]]).toEqual([410, "application/problem+json"]);
    }
    await elsewhere.publication.publish(slug);
    laterOn();
  });

  test("is 404 everywhere once it is deleted, and devices are told of both without its name", async () => {
    await elsewhere.articles.save(draftOf("short lived"));
    const url = "/articles/short%20lived";
    laterOn();
    expect((await get(url)).statusCode).toBe(200);
    const { stories: before } = (await get("/api/taken-off")).json();
    await elsewhere.publication.delete("short lived");
    laterOn();
    for (const path of [url, `/api${url}`, `${url}/quotes/${quotation.id}`, `/embed${url}`])
      expect((await get(path)).statusCode).toBe(404);
    const told = await get("/api/taken-off");
    expect(told.json().stories).toHaveLength(before.length + 1);
    expect(told.body).not.toContain("short");
    expect(told.headers.etag).toBeDefined();
  });
});
