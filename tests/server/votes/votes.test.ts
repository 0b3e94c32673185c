import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { databases } from "../../store/support.ts";
import { openBrowser, siteUrl, startServer, type TestServer } from "../support.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

describe.each(databases)("voting over HTTP on %s", (name) => {
  let server: TestServer;
  let slug = "";
  let vote = "";
  let page = "";
  let story = 0;

  beforeAll(async () => {
    server = await startServer(name);
  });
  beforeEach(async () => {
    story += 1;
    slug = `story-${story}`;
    vote = `/api/articles/${slug}/vote`;
    page = `/articles/${slug}/vote`;
    await server.store.articles.save(draftOf(slug));
  });
  afterAll(() => server.stop());

  test("a first vote is counted and makes a reader", async () => {
    const browser = openBrowser(server.app);
    const before = await browser.send("GET", vote);
    expect(before.json()).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
    expect(before.headers["set-cookie"]).toBeUndefined();

    const cast = await browser.send("POST", vote, { enjoyed: true });
    expect(cast.statusCode).toBe(200);
    expect(cast.json()).toEqual({ tally: { yes: 1, no: 0 }, mine: "yes" });
    expect(cast.headers["cache-control"]).toBe("private, no-store");
    expect(String(cast.headers["set-cookie"])).toMatch(
      /^__Host-reader=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await browser.send("GET", vote)).json().mine).toBe("yes");
  });

  test("a reader changes, repeats and withdraws, and stays one reader", async () => {
    const browser = openBrowser(server.app);
    await browser.send("POST", vote, { enjoyed: true });
    const again = await browser.send("POST", vote, { enjoyed: true });
    expect(again.json().tally).toEqual({ yes: 1, no: 0 });
    expect(again.headers["set-cookie"]).toBeUndefined();
    expect((await browser.send("POST", vote, { enjoyed: false })).json().tally).toEqual({ yes: 0, no: 1 });
    const withdrawn = await browser.send("DELETE", vote);
    expect(withdrawn.json()).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
  });

  test("two browsers are two readers", async () => {
    await openBrowser(server.app).send("POST", vote, { enjoyed: true });
    const second = await openBrowser(server.app).send("POST", vote, { enjoyed: false });
    expect(second.json()).toEqual({ tally: { yes: 1, no: 1 }, mine: "no" });
  });

  test("a lost first answer is sent again under its key and is one vote, on another server too", async () => {
    const key = randomUUID();
    const other = await server.again({ secrets: ["a new secret", "first secret of the tests"] });
    for (const app of [server.app, server.app, other]) {
      const answer = await openBrowser(app).send("POST", vote, { enjoyed: true }, { "idempotency-key": key });
      expect(answer.json()).toEqual({ tally: { yes: 1, no: 0 }, mine: "yes" });
      expect(answer.cookies).toHaveLength(1);
    }
  });

  test("a key may be quoted and in capitals; no UUID is refused", async () => {
    const key = randomUUID();
    for (const spelling of [key, `"${key}"`, key.toUpperCase()]) {
      const answer = await openBrowser(server.app).send(
        "POST",
        vote,
        { enjoyed: true },
        { "idempotency-key": spelling },
      );
      expect(answer.json().tally).toEqual({ yes: 1, no: 0 });
    }
    for (const wrong of ["7", "00000000-0000-0000-0000-000000000000", `${key}0`]) {
      const answer = await openBrowser(server.app).send(
        "POST",
        vote,
        { enjoyed: true },
        { "idempotency-key": wrong },
      );
      expect(answer.statusCode).toBe(400);
    }
  });

  test("servers with one secret accept each other's readers, and a rotation loses none", async () => {
    const browser = openBrowser(server.app);
    await browser.send("POST", vote, { enjoyed: true });
    const rotated = await server.again({ secrets: ["a new secret", "first secret of the tests"] });
    const changed = await rotated.inject({
      method: "POST",
      url: vote,
      cookies: browser.cookies,
      payload: { enjoyed: false },
    });
    expect(changed.json()).toEqual({ tally: { yes: 0, no: 1 }, mine: "no" });
    const [renewed] = changed.cookies;
    const later = await server.again({ secrets: ["a new secret"] });
    const cookies = { [renewed?.name ?? ""]: renewed?.value ?? "" };
    expect((await later.inject({ url: vote, cookies })).json().mine).toBe("no");
    expect((await later.inject({ url: vote, cookies: browser.cookies })).json().mine).toBeNull();
  });

  test("a cookie that is forged, transplanted, truncated or expired is nobody's", async () => {
    const clock = Date.now();
    const [ann, ben] = [openBrowser(server.app), openBrowser(server.app)];
    for (const browser of [ann, ben]) await browser.send("POST", vote, { enjoyed: true });
    const [[cookie = "", token = ""] = []] = Object.entries(ann.cookies);
    const [id = "", issued = "", signature = ""] = token.split(".");
    const [otherId = ""] = Object.values(ben.cookies)[0]?.split(".") ?? [];
    const bad = {
      forged: `${id}.${issued}.${"A".repeat(signature.length)}`,
      transplanted: `${otherId}.${issued}.${signature}`,
      truncated: token.slice(0, -1),
    };
    const later = await server.again({ now: () => clock + 401 * 86_400_000 });
    const asks = [
      ...Object.values(bad).map((value) => ({ app: server.app, value })),
      { app: later, value: token },
    ];
    for (const [count, { app, value }] of asks.entries()) {
      const cookies = { [cookie]: value };
      expect((await app.inject({ url: vote, cookies })).json().mine).toBeNull();
      expect((await app.inject({ method: "DELETE", url: vote, cookies })).json().tally.yes).toBe(2);
      const cast = await app.inject({ method: "POST", url: vote, cookies, payload: { enjoyed: false } });
      expect(cast.json()).toEqual({ tally: { yes: 2, no: count + 1 }, mine: "no" });
      expect(cast.cookies[0]?.value).not.toBe(value);
    }
    expect((await ann.send("GET", vote)).json().mine).toBe("yes");
  });

  test("the form votes without a script and answers with its own page", async () => {
    const browser = openBrowser(server.app);
    const cast = await browser.send("POST", page, "enjoyed=yes", form);
    expect([cast.statusCode, cast.headers.location]).toEqual([303, page]);
    expect(cast.cookies).toHaveLength(1);
    const shown = await browser.send("GET", page);
    expect(shown.headers["cache-control"]).toBe("private, no-store");
    expect(shown.body).toContain(`"vote":{"tally":{"yes":1,"no":0},"mine":"yes"}`);
    await browser.send("POST", page, "enjoyed=withdraw", form);
    expect((await browser.send("GET", vote)).json()).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
    expect((await browser.send("POST", page, "enjoyed=maybe", form)).statusCode).toBe(400);
  });

  test("GET and HEAD never vote, whoever prefetches", async () => {
    for (const url of [vote, page, `${page}?enjoyed=yes`]) {
      for (const method of ["GET", "HEAD"] as const) {
        const answer = await server.app.inject({ method, url, headers: { purpose: "prefetch" } });
        expect(answer.statusCode).toBe(200);
        expect(answer.headers["set-cookie"]).toBeUndefined();
      }
    }
    expect((await server.store.votes.state(slug, null)).tally).toEqual({ yes: 0, no: 0 });
  });

  test("withdrawing nothing makes no reader", async () => {
    const answer = await openBrowser(server.app).send("DELETE", vote, undefined, {
      "content-type": "application/json",
    });
    expect(answer.json()).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("forgotten is forgotten: the votes and the cookie are gone", async () => {
    for (const forget of ["api", "form"] as const) {
      const browser = openBrowser(server.app);
      await browser.send("POST", vote, { enjoyed: true });
      const answer =
        forget === "api"
          ? await browser.send("DELETE", "/api/reader")
          : await browser.send("POST", "/reader/forget", `slug=${slug}`, form);
      expect([answer.statusCode, answer.headers.location]).toEqual(
        forget === "api" ? [204, undefined] : [303, page],
      );
      expect(browser.cookies).toEqual({});
      expect((await server.store.votes.state(slug, null)).tally).toEqual({ yes: 0, no: 0 });
    }
  });

  test("a first vote sent again under its key after “forget” brings nothing back and makes no reader", async () => {
    const other = await server.again({ secrets: ["first secret of the tests"] });
    const key = { "idempotency-key": randomUUID() };
    const voted = openBrowser(server.app);
    await voted.send("POST", vote, { enjoyed: true }, key);
    expect((await voted.send("DELETE", "/api/reader", undefined, key)).statusCode).toBe(204);
    for (const app of [server.app, other]) {
      const answer = await openBrowser(app).send("POST", vote, { enjoyed: true }, key);
      expect([answer.statusCode, answer.json()]).toEqual([200, { tally: { yes: 0, no: 0 }, mine: null }]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    const anew = await voted.send("POST", vote, { enjoyed: true }, { "idempotency-key": randomUUID() });
    expect(anew.json()).toEqual({ tally: { yes: 1, no: 0 }, mine: "yes" });
  });

  test("a vote whose answer was lost is forgotten by its key, though it comes only afterwards", async () => {
    const key = { "idempotency-key": randomUUID() };
    await openBrowser(server.app).send("DELETE", "/api/reader", undefined, key);
    const late = await openBrowser(server.app).send("POST", vote, { enjoyed: true }, key);
    expect(late.json()).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
  });

  test.each([
    ["this site's origin", { origin: siteUrl }, 200],
    ["this site's origin and fetch metadata", { origin: siteUrl, "sec-fetch-site": "same-origin" }, 200],
    ["a program that sends neither", {}, 200],
    ["another site", { origin: "https://evil.example" }, 403],
    ["a look-alike", { origin: `${siteUrl}.evil.example` }, 403],
    ["this site without TLS", { origin: "http://paper.example" }, 403],
    ["this site on another port", { origin: `${siteUrl}:8443` }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["a sandboxed frame that claims better", { origin: "null", "sec-fetch-site": "same-origin" }, 403],
    ["a neighbouring subdomain", { "sec-fetch-site": "same-site" }, 403],
    ["a foreign form without an origin", { "sec-fetch-site": "cross-site" }, 403],
    ["another site under our origin", { origin: siteUrl, "sec-fetch-site": "cross-site" }, 403],
  ])("sent by %s", async (_who, headers, status) => {
    const answers = await Promise.all([
      server.app.inject({ method: "POST", url: vote, headers, payload: { enjoyed: true } }),
      server.app.inject({
        method: "POST",
        url: page,
        headers: { ...headers, ...form },
        payload: "enjoyed=yes",
      }),
      server.app.inject({ method: "DELETE", url: vote, headers }),
      server.app.inject({ method: "DELETE", url: "/api/reader", headers }),
    ]);
    const served = status === 200 ? [200, 303, 200, 204] : [403, 403, 403, 403];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(served);
    if (status === 403) {
      expect(answers[0].headers["set-cookie"]).toBeUndefined();
      expect((await server.store.votes.state(slug, null)).tally).toEqual({ yes: 0, no: 0 });
    }
  });

  test.each([
    ["no JSON", "application/json", "{enjoyed}", 400],
    ["nothing", "application/json", "", 400],
    ["a bare value", "application/json", "true", 400],
    ["another shape", "application/json", '{"enjoyed":"yes"}', 400],
    ["a prototype", "application/json", '{"__proto__":{"enjoyed":true}}', 400],
    ["bytes that are not UTF-8", "application/json", Buffer.from([0x22, 0xff, 0x22]), 400],
    ["plain text", "text/plain", '{"enjoyed":true}', 415],
    ["a form", "application/x-www-form-urlencoded", "enjoyed=true", 415],
    ["a look-alike type", "application/jsonp", '{"enjoyed":true}', 415],
    ["too much", "application/json", `{"enjoyed":true,"x":"${"x".repeat(20_000)}"}`, 413],
  ])("a ballot of %s is refused and changes nothing", async (_what, type, payload, status) => {
    const answer = await server.app.inject({
      method: "POST",
      url: vote,
      headers: { "content-type": type },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.json()).toMatchObject({ type: "about:blank", status });
    expect((await server.store.votes.state(slug, null)).tally).toEqual({ yes: 0, no: 0 });
  });

  test("JSON with a charset is JSON", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    const answer = await server.app.inject({
      method: "POST",
      url: vote,
      headers,
      payload: '{"enjoyed":true}',
    });
    expect(answer.statusCode).toBe(200);
  });

  test("a story that is not there takes no votes and makes no reader", async () => {
    for (const url of [
      "/api/articles/no-such-story/vote",
      `/api/articles/${encodeURIComponent("a\u0000b")}/vote`,
    ]) {
      const answer = await server.app.inject({ method: "POST", url, payload: { enjoyed: true } });
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });
});
