import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf, permalinkOf, quotation } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "./support.ts";

/** Stories as they got into stores before what they say was checked on the way in. */
const harmful = {
  "a date that no clock has": { datePublished: "2024-02-01T25:61Z" },
  "a date that no calendar has": { datePublished: "2024-02-31" },
  "a language that every object has by birth": { inLanguage: "toString" },
  "characters that XML cannot hold": {
    headline: "A bell\u0008 rings\u000b \ufffe\ud800",
    description: "\u0000",
    author: "\u001b",
  },
  "a picture without an address": {
    image: { src: "http://[", width: 1, height: 1, caption: null, credit: null, alt: "\u0001", sources: [] },
  },
} as const;

describe.each(Object.entries(harmful))("a story with %s", (_, changes) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("sound"));
    const draft = draftOf("harmful", changes);
    const [event] = permalinkOf(quotation).history;
    if (event === undefined) throw new Error("a permalink has a history");
    const history = [event, { ...event, event: "edited" as const, date: "never" }];
    await server.store.articles.save({
      ...draft,
      permalinks: [{ ...permalinkOf(quotation), state: "edited", history }],
    });
  });
  afterAll(() => server.stop());

  test.each([
    "/",
    "/articles/harmful",
    `/articles/harmful/quotes/${quotation.id}`,
    `/articles/harmful/quotes/${quotation.id}/card.png`,
    `/embed/articles/harmful/quotes/${quotation.id}`,
    `/oembed?url=https%3A%2F%2Fpaper.example%2Farticles%2Fharmful%2Fquotes%2F${quotation.id}`,
    "/articles/harmful/vote",
    "/api/articles",
    "/api/articles/harmful",
    "/api/articles/harmful/changes",
  ])("is served at %s", async (url) => {
    expect((await server.app.inject({ url })).statusCode).toBe(200);
  });

  test.each(["/feed.xml", "/sitemap.xml"])("leaves %s well-formed, with every story", async (url) => {
    const { statusCode, body } = await server.app.inject({ url });
    expect(statusCode).toBe(200);
    expect(XMLValidator.validate(body)).toBe(true);
    // XML 1.0, production 2: what a document may hold.
    expect(body).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    for (const slug of ["sound", "harmful"]) expect(body).toContain(`/articles/${slug}`);
  });
});
