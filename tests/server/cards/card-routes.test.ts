import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardPath } from "#model/addresses.ts";
import { draftOf, permalinkOf, quotation } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

const speaker = (name: string) => ({ id: "s1", name, role: null, kind: "person" as const, introduced: null });

describe("a card's address", () => {
  let server: TestServer;
  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
  const unversioned = `/articles/story/quotes/${quotation.id}/card.png`;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("story"));
  });
  afterAll(() => server.stop());

  test("is kept for a minute where it names the story's revision, and asked for again where it does not", async () => {
    const versioned = await get(cardPath("story", quotation.id, 1));
    expect(versioned.headers["cache-control"]).toContain("max-age=60");
    for (const query of ["", "?v=2", "?v=0", "?v=1.0", "?x=1"]) {
      const answer = await get(unversioned + query);
      expect(answer.rawPayload).toEqual(versioned.rawPayload);
      expect(answer.headers["cache-control"]).toContain("max-age=0");
    }
  });

  test("without a revision is 304 for those who have the picture, until it is another", async () => {
    const { etag } = (await get(unversioned)).headers;
    expect((await get(unversioned, { "if-none-match": String(etag) })).statusCode).toBe(304);
    const corrected = draftOf("story", { revision: 2, speakers: [speaker("Ines Marlow-Reed")] });
    const permalink = { ...permalinkOf(quotation), speaker: speaker("Ines Marlow-Reed") };
    await server.store.articles.save({ ...corrected, permalinks: [permalink] });
    const redrawn = await get(unversioned, { "if-none-match": String(etag) });
    expect(redrawn.statusCode).toBe(200);
    expect(redrawn.headers.etag).not.toBe(etag);
    expect((await get(cardPath("story", quotation.id, 1))).headers["cache-control"]).toContain("max-age=0");
    expect((await get(cardPath("story", quotation.id, 2))).headers["cache-control"]).toContain("max-age=60");
  });

  test("of changed words is not the card of the words as they stood", async () => {
    await server.store.articles.save(draftOf("edited"));
    const before = (await get(cardPath("edited", quotation.id, 1))).rawPayload;
    const history = [
      ...permalinkOf(quotation).history,
      { revision: 2, date: "2026-04-05T10:00:00Z", event: "edited" as const, speaker: null, text: "" },
    ];
    await server.store.articles.save({
      ...draftOf("edited", { revision: 2 }),
      permalinks: [{ ...permalinkOf(quotation), state: "edited", history }],
    });
    const after = await get(cardPath("edited", quotation.id, 2));
    expect(after.statusCode).toBe(200);
    expect(after.rawPayload.equals(before)).toBe(false);
  });

  test("of words that nobody said is a 404", async () => {
    for (const url of [`/articles/story/quotes/nothing/card.png`, `/articles/nowhere/quotes/x/card.png`]) {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([404, "application/problem+json"]);
    }
  });
});
