import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf } from "../store/drafts.ts";
import { startServer, type TestServer } from "./support.ts";

describe("what was answered a moment ago", () => {
  let server: TestServer;
  let url = "";
  let clock = 1_000_000;

  beforeAll(async () => {
    server = await startServer("SQLite", { now: () => clock });
    await server.store.articles.save(draftOf("story"));
    url = await server.app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(() => server.stop());

  const read = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(url + path, init);
    const { date: _, ...headers } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, body: await answer.text() };
  };

  test.each(["/articles/story", "/api/articles/story", "/feed.xml"])(
    "%s is answered again to the letter, headers included",
    async (path) => {
      const first = await read(path);
      expect(first.headers["content-security-policy"]).toBeDefined();
      expect(await read(path)).toEqual(first);
      expect((await read(path, { method: "HEAD" })).body).toBe("");
      const etag = first.headers.etag ?? "";
      expect((await read(path, { headers: { "if-none-match": etag } })).status).toBe(304);
      const plain = await read(path, { headers: { "accept-encoding": "identity" } });
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(plain.body).toBe(first.body);
    },
  );

  test("is not answered again once it had to be confirmed", async () => {
    await read("/articles/story");
    await server.store.articles.save(draftOf("story", { revision: 2, headline: "A second wording" }));
    clock += 100;
    expect((await read("/articles/story")).body).toContain("A second wording");
  });

  test("votes never take the lane", async () => {
    const vote = "/api/articles/story/vote";
    const body = JSON.stringify({ enjoyed: true });
    const headers = { "content-type": "application/json" };
    for (const yes of [1, 2, 3]) {
      await read(vote, { method: "POST", headers, body });
      expect(JSON.parse((await read(vote)).body).tally).toEqual({ yes, no: 0 });
    }
  });
});
