import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { openBrowser, startServer, type TestServer } from "../support.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
const vote = "/api/articles/story/vote";

describe("new readers from one address", () => {
  let server: TestServer;
  /** By the clock that nobody sets. */
  let minute = 1;

  beforeEach(async () => {
    server = await startServer("SQLite", { voteRateLimit: 6, elapsed: () => minute * 60_000 });
    await server.store.articles.save(draftOf("story"));
  });
  afterEach(async () => {
    vi.useRealTimers();
    await server.stop();
  });

  const newcomer = (remoteAddress: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: "POST", url: vote, remoteAddress, headers, payload: { enjoyed: true } });
  const newcomers = async (count: number, addressOf: (index: number) => string) =>
    Promise.all(Array.from({ length: count }, (_, index) => newcomer(addressOf(index))));
  const statuses = (answers: readonly { readonly statusCode: number }[]) =>
    Object.fromEntries(
      Map.groupBy(answers, ({ statusCode }) => statusCode)
        .entries()
        .map(([status, all]) => [status, all.length]),
    );

  test("are admitted up to the limit, and told when to come back", async () => {
    const answers = await newcomers(9, () => "198.51.100.7");
    expect(statuses(answers)).toEqual({ 200: 6, 429: 3 });
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.headers["content-type"]).toBe("application/problem+json");
    expect(refused?.headers["set-cookie"]).toBeUndefined();
    expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(refused?.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect((await newcomer("203.0.113.9")).statusCode).toBe(200);
  });

  test("leave those who have voted before in peace", async () => {
    const browser = openBrowser(server.app);
    await browser.send("POST", vote, { enjoyed: true });
    await newcomers(9, () => "127.0.0.1");
    expect((await browser.send("POST", vote, { enjoyed: false })).statusCode).toBe(200);
    expect((await browser.send("DELETE", vote)).statusCode).toBe(200);
  });

  test("gain nothing by a cookie that was never given", async () => {
    const forged = `__Host-reader=${"A".repeat(22)}.${(1_700_000_000).toString(36)}.${"A".repeat(43)}`;
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => newcomer("198.51.100.7", { cookie: forged })),
    );
    expect(statuses(answers)).toEqual({ 200: 6, 429: 3 });
  });

  test("may send a first vote again past the limit, under its key", async () => {
    const headers = { "idempotency-key": randomUUID() };
    expect((await newcomer("198.51.100.7", headers)).statusCode).toBe(200);
    await newcomers(9, () => "198.51.100.7");
    expect((await newcomer("198.51.100.7", headers)).statusCode).toBe(200);
    expect((await newcomer("198.51.100.7", { "idempotency-key": randomUUID() })).statusCode).toBe(429);
  });

  test("come in again after a minute, whatever the time of day is set to meanwhile", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const hours of [-1, 0, 1]) {
      await newcomers(7, () => "198.51.100.7");
      vi.setSystemTime(Date.now() + hours * 3_600_000);
      minute += 0.99;
      expect((await newcomer("198.51.100.7")).statusCode).toBe(429);
      minute += 0.02;
      expect((await newcomer("198.51.100.7")).statusCode).toBe(200);
      minute += 1;
    }
  });

  test("in a burst are counted, and counted apart", async () => {
    await newcomers(6, () => "198.51.100.7");
    await newcomer("203.0.113.9");
    const [counted] = await server.store.votes.results({ slug: "story", perDay: false });
    expect(counted).toMatchObject({ yes: 7, suspicious: 4 });
  });

  test("are one customer's within an IPv6 /64", async () => {
    expect(statuses(await newcomers(9, (index) => `2001:db8:1:2::${index + 1}`))).toEqual({ 200: 6, 429: 3 });
    expect((await newcomer("2001:db8:1:3::1")).statusCode).toBe(200);
  });

  test("cannot hide behind a header, unless a proxy is trusted", async () => {
    const from = (app: typeof server.app) => (index: number) =>
      app.inject({
        method: "POST",
        url: vote,
        headers: { "x-forwarded-for": `9.9.9.${index}, 198.51.100.${index}` },
        payload: { enjoyed: true },
      });
    const all = (send: ReturnType<typeof from>) =>
      Promise.all(Array.from({ length: 9 }, (_, index) => send(index)));
    expect(statuses(await all(from(server.app)))).toEqual({ 200: 6, 429: 3 });
    const proxied = await server.again({ trustProxy: 1 });
    expect(statuses(await all(from(proxied)))).toEqual({ 200: 9 });
    const spoofed = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        proxied.inject({
          method: "POST",
          url: vote,
          headers: { "x-forwarded-for": `9.9.9.${index}, 203.0.113.1` },
          payload: { enjoyed: true },
        }),
      ),
    );
    expect(statuses(spoofed)).toEqual({ 200: 6, 429: 3 });
    const named = await server.again({ trustProxy: "127.0.0.1" });
    expect(statuses(await all(from(named)))).toEqual({ 200: 9 });
  });

  test("by the ten thousand change nothing for others, and take no memory", async () => {
    const flood = async () => {
      for (let sent = 0; sent < 5_000; sent += 250)
        await newcomers(250, (index) => `198.51.100.${index % 4}`);
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = await flood();
    const after = await flood();
    expect(after - before).toBeLessThan(24 * 1024 * 1024);
    expect((await newcomer("203.0.113.9")).statusCode).toBe(200);
    expect((await server.store.votes.state("story", null)).tally.yes).toBeLessThanOrEqual(6 * 4 * 2 + 1);
  });
});
