import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import type { AppOptions } from "#server/create-app.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer } from "../support.ts";

/** A server, and what it has logged as a warning. */
async function serverBehind(changes: Partial<AppOptions>) {
  const warnings: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => warnings.push(JSON.parse(line).msg) });
  const server = await startServer("SQLite", { logger, ...changes });
  onTestFinished(() => server.stop());
  await server.store.articles.save(draftOf("story"));
  const vote = async (headers: Record<string, string>, remoteAddress = "127.0.0.1") => {
    const url = "/api/articles/story/vote";
    const payload = { enjoyed: true };
    return (await server.app.inject({ method: "POST", url, headers, remoteAddress, payload })).statusCode;
  };
  return { vote, warnings };
}

test("X-Forwarded-For from somebody who is not trusted is said once, and names TRUST_PROXY", async () => {
  const { vote, warnings } = await serverBehind({ trustProxy: false });
  await vote({});
  expect(warnings).toEqual([]);
  for (const address of ["203.0.113.4", "203.0.113.5"]) await vote({ "x-forwarded-for": address });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("set TRUST_PROXY");
  expect(warnings[0]).not.toContain("203.0.113");
});

test("a proxy that is trusted is nothing to speak of, another one is", async () => {
  const { vote, warnings } = await serverBehind({ trustProxy: "loopback" });
  await vote({ "x-forwarded-for": "203.0.113.4" });
  expect(warnings).toEqual([]);
  await vote({ "x-forwarded-for": "203.0.113.4" }, "198.51.100.9");
  expect(warnings).toHaveLength(1);
});

test("to trust everybody is said at the start", async () => {
  const { warnings } = await serverBehind({ trustProxy: true });
  expect(warnings).toEqual([expect.stringContaining("TRUST_PROXY=true")]);
});

test("pages of this host that PUBLIC_URL does not name are said once; other sites are not", async () => {
  const { vote, warnings } = await serverBehind({});
  expect(await vote({ origin: "https://elsewhere.example", host: "news.example" })).toBe(403);
  expect(warnings).toEqual([]);
  for (let time = 0; time < 2; time += 1) {
    expect(await vote({ origin: "https://news.example", host: "news.example" })).toBe(403);
  }
  expect(warnings).toEqual([expect.stringContaining("set PUBLIC_URL=https://news.example")]);
});
