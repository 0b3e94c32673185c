import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemError } from "#model/problem.ts";
import type { Store } from "#store/store.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "./support.ts";

describe("while the database is away", () => {
  let server: TestServer;
  let clock = Date.now();
  let away = false;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("story"));
  });
  afterAll(() => server.stop());

  /** The same store, as it behaves when its database has gone. */
  const unplugged = (store: Store): Store => {
    const guard = <Methods extends object>(methods: Methods): Methods =>
      new Proxy(methods, {
        get: (target, name) =>
          away
            ? () => Promise.reject(new ProblemError(503, "Service Unavailable", "The database is away.", 2))
            : Reflect.get(target, name),
      });
    return {
      articles: guard(store.articles),
      publication: guard(store.publication),
      corrections: guard(store.corrections),
      votes: guard(store.votes),
      ready: () => (away ? Promise.reject(new Error("away")) : store.ready()),
      close: () => store.close(),
    };
  };

  test("the process lives, is not ready, votes wait, kept pages are read; then all is back", async () => {
    const app = await server.again({ store: unplugged(server.store), elapsed: () => clock });
    const statuses = async () => {
      clock += 1_000;
      const answers = [
        await app.inject({ url: "/healthz" }),
        await app.inject({ url: "/readyz" }),
        await app.inject({ url: "/articles/story" }),
        await app.inject({ url: "/api/articles/story/changes" }),
        await app.inject({ method: "POST", url: "/api/articles/story/vote", payload: { enjoyed: true } }),
      ];
      return answers.map(({ statusCode, headers }) =>
        [statusCode, headers["retry-after"] ?? null].filter(Boolean).join(" "),
      );
    };
    await app.inject({ url: "/articles/story" });
    away = true;
    expect(await statuses()).toEqual(["200", "503 2", "200", "503 2", "503 2"]);
    away = false;
    expect(await statuses()).toEqual(["200", "200", "200", "200", "200"]);
  });

  test("why it is not ready is told once, however often it is asked, and that it is again", async () => {
    const told: string[] = [];
    const logger = pino({ level: "info" }, { write: (line: string) => told.push(JSON.parse(line).msg) });
    const app = await server.again({ store: unplugged(server.store), logger });
    const ask = async () => (await app.inject({ url: "/readyz" })).statusCode;
    away = true;
    expect([await ask(), await ask(), await ask()]).toEqual([503, 503, 503]);
    away = false;
    expect([await ask(), await ask()]).toEqual([200, 200]);
    expect(told.filter((line) => line.includes("ready"))).toEqual(["not ready", "ready again"]);
  });
});
