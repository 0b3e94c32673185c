import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ArticleStore, Store } from "#store/store.ts";
import { draftOf, quotation } from "#tools/support/story-draft.ts";
import { databases } from "../../store/support.ts";
import { startServer, type TestServer } from "../support.ts";

/** Everything that is the same for all readers. */
const urls = [
  "/",
  "/articles/story",
  `/articles/story/quotes/${quotation.id}`,
  `/embed/articles/story/quotes/${quotation.id}`,
  "/feed.xml",
  "/sitemap.xml",
  "/api/articles",
  "/api/articles/story",
  "/api/articles/story/changes",
  "/api/articles/story/further",
];

describe.each(databases)("answers that are cached, on %s", (name) => {
  let server: TestServer;
  let app: FastifyInstance;
  let clock = Date.now();
  const reads: string[] = [];

  /** The same store, with every question to it noted. */
  const watched = (store: Store): Store => ({
    ...store,
    articles: new Proxy(store.articles, {
      get: (articles, method: keyof ArticleStore) => {
        reads.push(method);
        return articles[method];
      },
    }),
  });
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  /** Asks for all of them as somebody who has them, once the last answers are not believed any more. */
  const askAgain = async (tags: readonly string[]) => {
    clock += 1_000;
    reads.length = 0;
    const answers = await Promise.all(
      urls.map((url, index) => get(url, { "if-none-match": tags[index] ?? "" })),
    );
    return answers.map(({ statusCode }) => statusCode);
  };
  const tagsNow = async () => {
    const answers = await Promise.all(urls.map((url) => get(url)));
    return answers.map(({ headers }) => String(headers.etag));
  };

  beforeAll(async () => {
    server = await startServer(name);
    await server.store.articles.save(draftOf("story"));
    app = await server.again({ store: watched(server.store), elapsed: () => clock });
  });
  afterAll(() => server.stop());

  test("are confirmed by one number, together, where nothing was saved", async () => {
    const tags = await tagsNow();
    expect(await askAgain(tags)).toEqual(urls.map(() => 304));
    expect(reads).toEqual(["version"]);
  });

  test("stand where another story was saved, and change where they show it", async () => {
    const tags = await tagsNow();
    await server.store.articles.save(draftOf("another"));
    expect(await askAgain(tags)).toEqual([200, 304, 304, 304, 200, 200, 200, 304, 304, 200]);
    reads.length = 0;
    expect(await askAgain(await tagsNow())).toEqual(urls.map(() => 304));
  });

  test("are the same to the letter the second time, headers included", async () => {
    for (const url of urls) {
      const [first, second] = [await get(url), await get(url)];
      const { date: _, ...headers } = first.headers;
      expect(second.headers).toMatchObject(headers);
      expect(second.body).toBe(first.body);
    }
  });

  test("change with their story also after the clock was set back an hour", async () => {
    const headlines = async () => (await server.app.inject("/api/articles")).json().articles.length;
    const before = await headlines();
    const clockNow = Date.now;
    const wrong = vi.spyOn(Date, "now").mockImplementation(() => clockNow() - 3_600_000);
    await server.store.articles.save(draftOf("one-more"));
    await vi.waitFor(async () => expect(await headlines()).toBe(before + 1), { timeout: 10_000 });
    wrong.mockRestore();
  });

  test("are never given for what was not asked", async () => {
    await get("/api/articles");
    expect((await get("/api/articles?cursor=null")).statusCode).toBe(400);
  });
});
