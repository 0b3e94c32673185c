import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf, permalinkOf, quotation } from "#tools/support/story-draft.ts";
import { databases } from "../../store/support.ts";
import { siteUrl, startServer, type TestServer } from "../support.ts";

describe.each(databases)("stories over HTTP on %s", (name) => {
  let server: TestServer;
  let clock = Date.now();

  beforeAll(async () => {
    server = await startServer(name, { elapsed: () => clock });
    await server.store.articles.save(draftOf("first", { datePublished: "2026-03-01" }));
    await server.store.articles.save(draftOf("second", { datePublished: "2026-03-02" }));
    const gone = draftOf("gone");
    await server.store.articles.save({
      ...gone,
      permalinks: [{ ...permalinkOf(quotation), state: "removed" }],
    });
  });
  afterAll(() => server.stop());

  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

  test("the list comes page by page, newest first", async () => {
    const { articles, next } = (await get("/api/articles?limit=2")).json();
    expect(articles.map(({ slug }: { slug: string }) => slug)).toEqual(["gone", "second"]);
    const rest = (await get(`/api/articles?limit=2&cursor=${encodeURIComponent(next)}`)).json();
    expect(rest.articles.map(({ slug }: { slug: string }) => slug)).toEqual(["first"]);
    expect(rest.next).toBeNull();
  });

  test.each(["/api/articles?limit=0", "/api/articles?limit=x", "/api/articles?cursor=nonsense"])(
    "%s is a 400",
    async (url) => expect((await get(url)).statusCode).toBe(400),
  );

  test("a story is JSON for everybody: no cookie, and a 304 for those who have it", async () => {
    const answer = await get("/api/articles/first");
    expect(answer.json()).toMatchObject({ slug: "first", url: `${siteUrl}/articles/first`, revision: 1 });
    expect(answer.headers["cache-control"]).toMatch(/^public, /);
    expect(answer.headers.vary).toBe("Accept-Encoding");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    const { etag } = answer.headers;
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get("/api/articles/first", { "if-none-match": String(known) });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
      expect(again.headers["cache-control"]).toBe(answer.headers["cache-control"]);
    }
    expect((await get("/api/articles/first", { "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  test.each(["/articles/first", "/api/articles/first", "/feed.xml"])("%s travels compressed", async (url) => {
    const plain = await get(url);
    const tags = new Set([plain.headers.etag]);
    for (const encoding of ["br", "gzip"]) {
      const answer = await get(url, { "accept-encoding": encoding });
      expect(answer.headers["content-encoding"]).toBe(encoding);
      expect(Number(answer.headers["content-length"])).toBe(answer.rawPayload.length);
      tags.add(answer.headers.etag);
      const decode = encoding === "br" ? brotliDecompressSync : gunzipSync;
      expect(decode(answer.rawPayload).toString()).toBe(plain.body);
    }
    expect(tags.size).toBe(3);
  });

  test("HEAD says what GET would", async () => {
    const answer = await server.app.inject({ method: "HEAD", url: "/articles/first" });
    const got = await get("/articles/first");
    expect([answer.statusCode, answer.body]).toEqual([200, ""]);
    expect(answer.headers["content-length"]).toBe(got.headers["content-length"]);
    expect(answer.headers.etag).toBe(got.headers.etag);
  });

  test("a quotation's address answers what became of it", async () => {
    const url = `/articles/first/quotes/${quotation.id}`;
    expect((await get(`/api${url}`)).json()).toMatchObject({
      state: "verbatim",
      quotation: { text: quotation.text },
    });
    const page = await get(url);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`<main data-path="${url}">article</main>`);
    expect(page.body).toContain(`"permalink":{"state":"verbatim"`);
  });

  test("removed words answer 410, with a page and with a problem that carries their permalink", async () => {
    const url = `/articles/gone/quotes/${quotation.id}`;
    const page = await get(url);
    expect([page.statusCode, page.headers["content-type"]]).toEqual([410, "text/html; charset=utf-8"]);
    expect(page.body).toContain("article</main>");
    const told = await get(`/api${url}`);
    expect([told.statusCode, told.headers["content-type"]]).toEqual([410, "application/problem+json"]);
    expect(told.json()).toMatchObject({ status: 410, state: "removed", quotation: { text: quotation.text } });
  });

  test.each([
    "/nowhere",
    "/articles/unknown",
    "/articles/first/quotes/unknown",
    "/articles/first/more",
    "/articles/%E2%80%9Codd%E2%80%9D%20slug",
    `/articles/${"long".repeat(100)}`,
    "/..%2f..%2fetc/passwd",
  ])("%s is a 404: a page to a browser, problem+json to a program", async (url) => {
    const page = await get(url, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect([404, 400]).toContain(page.statusCode);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["cache-control"]).toBe("no-store");
    expect(page.body).toContain('<script type="application/json" id="page">{"view":"problem"');
    const program = await get(url, { accept: "application/json" });
    expect(program.headers["content-type"]).toBe("application/problem+json");
    expect(program.json()).toMatchObject({ type: "about:blank", status: program.statusCode });
  });

  test.each([
    ["/api/nowhere", 404],
    ["/api/articles/unknown", 404],
    ["/api/articles/unknown/changes", 404],
    ["/api/articles/first/quotes/unknown", 404],
    ["/api/articles/unknown/quotes/unknown", 404],
    ["/api/articles/first/quotes/", 404],
    ["/api/articles/", 404],
    ["/api/articles/%FF", 400],
    ["/api/articles/a%00b", 400],
  ])("%s is problem+json, to browsers too", async (url, status) => {
    const answer = await get(url, { accept: "text/html" });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([status, "application/problem+json"]);
    expect(answer.json()).toMatchObject({ status });
    expect(answer.headers["content-security-policy"]).toBeDefined();
  });

  test.each(["/articles/first/quotes/", "/articles/"])("%s names nothing, which is a 404", async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  test("an address with a slash too many leads to the one without", async () => {
    const answer = await get("/articles/first/?from=mail");
    expect([answer.statusCode, answer.headers.location]).toEqual([308, "/articles/first?from=mail"]);
    const head = await server.app.inject({ method: "HEAD", url: "/articles/first/" });
    expect([head.statusCode, head.headers.location]).toEqual([308, "/articles/first"]);
    expect((await get("//evil.example/")).headers.location).toBeUndefined();
    expect((await get("/\\evil.example/")).headers.location).toBeUndefined();
  });

  test("a story's text cannot leave the state it travels in", async () => {
    const headline = "</script><script>alert(1)</script><!--";
    await server.store.articles.save(draftOf("escape", { headline }));
    const { body } = await get("/articles/escape");
    const [, state = ""] = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(body) ?? [];
    expect(JSON.parse(state).article.headline).toBe(headline);
    expect(body).not.toContain("<script>alert");
  });

  test("where to go on from a story is the same for everybody, and nowhere from an unknown one", async () => {
    const answer = await get("/api/articles/second/further");
    expect(answer.json()).toMatchObject({
      next: [{ slug: "first", score: {} }, { url: expect.stringContaining(`${siteUrl}/articles/`) }],
      sameNames: expect.arrayContaining([
        {
          article: expect.objectContaining({ slug: "first" }),
          speakers: [{ name: "Ines Marlow", role: null }],
        },
      ]),
    });
    expect(answer.headers["cache-control"]).toMatch(/^public, /);
    expect((await get("/api/articles/nowhere/further")).statusCode).toBe(404);
  });

  test("a page changes with the stories that it leads to, and not with the rest", async () => {
    const quiet = { speakers: [], quotations: [] };
    for (const day of ["01", "02", "03", "04"])
      await server.store.articles.save(draftOf(`june ${day}`, { ...quiet, datePublished: `2030-06-${day}` }));
    clock += 1_000;
    const tag = async (url: string) => (await get(url)).headers.etag;
    const middle = "/api/articles/june%2003/further";
    const before = await tag(middle);
    await server.store.articles.save(draftOf("july", { ...quiet, datePublished: "2030-07-01" }));
    clock += 1_000;
    expect(await tag(middle)).toBe(before);
    await server.store.articles.save(
      draftOf("june 02", { ...quiet, revision: 2, headline: "Another one", datePublished: "2030-06-02" }),
    );
    clock += 1_000;
    expect(await tag(middle)).not.toBe(before);
  });

  test("what is kept of readers has a page, the same for everybody", async () => {
    const answer = await get("/privacy");
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([
      200,
      expect.stringMatching(/^public, /),
    ]);
    expect(answer.body).toContain(`<link rel="canonical" href="${siteUrl}/privacy">`);
  });

  test("a revision that another server saves shows within a tenth of a second", async () => {
    const elsewhere = await server.database.open();
    await elsewhere.articles.save(draftOf("revised"));
    const urls = ["/articles/revised", "/api/articles/revised", "/feed.xml", "/"];
    const before = await Promise.all(urls.map((url) => get(url)));
    await elsewhere.articles.save(draftOf("revised", { revision: 2, headline: "A second wording" }));
    await elsewhere.close();
    clock += 100;
    const after = await Promise.all(urls.map((url) => get(url)));
    for (const [index, answer] of after.entries()) {
      expect(answer.body).toContain("A second wording");
      expect(answer.headers.etag).not.toBe(before[index]?.headers.etag);
    }
  });
});
