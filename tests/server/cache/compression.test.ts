import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

describe("answers are compressed", () => {
  let server: TestServer;
  const get = (url: string, encoding: string) =>
    server.app.inject({ url, headers: { "accept-encoding": encoding, accept: "text/html" } });

  beforeAll(async () => {
    server = await startServer("SQLite");
    const words = Array.from({ length: 4_000 }, (_, index) => `word${(index * 7919) % 613}`).join(" ");
    const block = {
      id: "b2",
      type: "paragraph",
      text: words,
      inlines: [],
      level: null,
      ordered: null,
    } as const;
    const { article } = draftOf("story");
    await server.store.articles.save(draftOf("story", { blocks: [...article.blocks, block] }));
  });
  afterAll(() => server.stop());

  test("quickly at first, better once they are asked for again, and it is the same answer", async () => {
    const first = await get("/api/articles/story", "br");
    const plain = await get("/api/articles/story", "identity");
    expect(brotliDecompressSync(first.rawPayload).toString()).toBe(plain.body);
    await vi.waitFor(
      async () => {
        const later = await get("/api/articles/story", "br");
        expect(later.rawPayload.length).toBeLessThan(first.rawPayload.length);
        expect(later.headers).toMatchObject({ etag: first.headers.etag, "content-encoding": "br" });
        expect(later.headers["content-length"]).toBe(String(later.rawPayload.length));
        expect(brotliDecompressSync(later.rawPayload).toString()).toBe(plain.body);
      },
      { timeout: 30_000, interval: 50 },
    );
    const known = { "accept-encoding": "br", "if-none-match": String(first.headers.etag) };
    expect((await server.app.inject({ url: "/api/articles/story", headers: known })).statusCode).toBe(304);
  });

  test("also where nobody keeps them: the page of a vote, and problems", async () => {
    for (const [url, status] of [
      ["/articles/story/vote", 200],
      ["/nowhere", 404],
    ] as const) {
      const answer = await get(url, "gzip");
      expect([answer.statusCode, answer.headers["content-encoding"]]).toEqual([status, "gzip"]);
      expect(answer.headers.vary).toContain("Accept-Encoding");
      const text = gunzipSync(answer.rawPayload).toString();
      expect(text).toContain("<!doctype html>");
      expect(text).not.toContain("word613");
      // The story's own words are not what a vote's page is for.
      expect(text).not.toContain("word7");
    }
  });
});
