import { METHODS } from "node:http";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf, quotation } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

describe("an address", () => {
  let server: TestServer;
  const quote = `quotes/${quotation.id}`;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("story"));
  });
  afterAll(() => server.stop());

  const ask = (method: string, url: string, more: InjectOptions = {}) =>
    server.app.inject({ method: method as "GET", url, ...more });

  const read = "GET, HEAD";
  const known: readonly (readonly [url: string, allow: string])[] = [
    ["/", read],
    ["/articles/story", read],
    [`/articles/story/${quote}`, read],
    [`/articles/story/${quote}/card.png`, read],
    ["/articles/story/vote", "GET, HEAD, POST"],
    ["/reader/forget", "POST"],
    [`/embed/articles/story/${quote}`, read],
    ["/oembed", read],
    ["/feed.xml", read],
    ["/sitemap.xml", read],
    ["/robots.txt", read],
    ["/images/picture.jpg", read],
    ["/healthz", read],
    ["/readyz", read],
    ["/api/openapi.json", read],
    ["/api/articles", read],
    ["/api/articles/story", read],
    ["/api/articles/story/vote", "DELETE, GET, HEAD, POST"],
    ["/api/reader", "DELETE"],
  ];

  test.each(known)("%s takes %s, and says so to every other method", async (url, allow) => {
    for (const method of METHODS.filter((each) => each !== "CONNECT" && !allow.split(", ").includes(each))) {
      const headers = { "content-type": "text/plain", accept: "application/json" };
      const answer = await ask(method, url, { headers, payload: "anything" });
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, allow]);
      expect(answer.headers["cache-control"]).toBe("no-store");
      if (method === "HEAD") continue;
      expect(answer.headers["content-type"]).toBe("application/problem+json");
      expect(answer.json()).toMatchObject({ status: 405, title: "Method Not Allowed" });
    }
  });

  test("that a page has tells a browser so by a page, and one that programs use by problem+json", async () => {
    const headers = { accept: "text/html" };
    for (const url of ["/articles/story", "/feed.xml", "/articles/story/vote"]) {
      const answer = await ask("PUT", url, { headers });
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([405, "text/html; charset=utf-8"]);
    }
    for (const url of ["/api/articles", "/images/x.png", `/articles/story/${quote}/card.png?v=1`]) {
      const answer = await ask("PUT", url, { headers });
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([405, "application/problem+json"]);
    }
  });

  test.each(["/nowhere", "/api/nowhere", "/articles/story/more", "/assets/nothing.js"])(
    "like %s is a 404 for every method, whatever is sent to it",
    async (url) => {
      for (const method of ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"]) {
        const answer = await ask(method, url, { headers: { "content-type": "text/plain" }, payload: "x" });
        expect([answer.statusCode, answer.headers.allow]).toEqual([404, undefined]);
      }
    },
  );

  test.each([
    "/articles/x%",
    "/articles/x/quotes/q-%",
    "/articles/x%zz/vote",
    "/embed/articles/x%/quotes/y",
    "/%ff",
    "/articles/%E0%A4%A",
  ])(
    "that is escaped wrongly, like %s, is a 400: a page to browsers, problem+json to programs",
    async (url) => {
      const page = await ask("GET", url, { headers: { accept: "text/html" } });
      expect([page.statusCode, page.headers["content-type"]]).toEqual([400, "text/html; charset=utf-8"]);
      expect(page.body).toContain(">400</main>");
      const told = await ask("GET", url, { headers: { accept: "application/json" } });
      expect([told.statusCode, told.headers["content-type"]]).toEqual([400, "application/problem+json"]);
    },
  );

  /** What every object has by birth must be no story, quotation, cursor, language or cookie. */
  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "that names nothing but “%s” is a 404, and a story of that name is one like any other",
    async (name) => {
      const voteUrl = `/api/articles/${name}/vote`;
      const urls = [`/articles/${name}`, `/api/articles/${name}`, voteUrl, `/articles/${name}/vote`];
      for (const url of [...urls, `/articles/story/quotes/${name}`, `/api/articles/story/quotes/${name}`]) {
        expect([url, (await ask("GET", url)).statusCode]).toEqual([url, 404]);
      }
      expect((await ask("GET", `/api/articles?cursor=${name}`)).statusCode).toBe(400);
      expect((await ask("GET", `/?lang=${name}`)).headers["content-language"]).toBe("en");
      expect((await ask("GET", `/?${name}=x`)).statusCode).toBe(200);

      await server.store.articles.save(draftOf(name));
      for (const url of urls) expect([url, (await ask("GET", url)).statusCode]).toEqual([url, 200]);
      const asked = await ask("GET", voteUrl, { headers: { cookie: `${name}=x` } });
      expect(asked.json()).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
      const cast = await ask("POST", voteUrl, { payload: { enjoyed: false } });
      expect(cast.json()).toEqual({ tally: { yes: 0, no: 1 }, mine: "no" });
    },
  );

  test.each([
    ["text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"],
    ["application/json", "application/problem+json"],
    ["application/json, text/html;q=0.1", "application/problem+json"],
    ["text/html;q=0, application/problem+json", "application/problem+json"],
    ["*/*", "text/html; charset=utf-8"],
    ["image/png", "text/html; charset=utf-8"],
  ])("that is unknown is told as asked: %s", async (accept, type) => {
    const answer = await ask("GET", "/nowhere", { headers: { accept } });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([404, type]);
  });
});
