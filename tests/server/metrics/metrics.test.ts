import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#tools/support/free-port.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer } from "../support.ts";

test("Prometheus reads requests, votes, commits, the database and memory on a port of its own", async () => {
  const port = await freePort();
  const { app, store, stop } = await startServer("SQLite", { metrics: { host: "127.0.0.1", port } });
  onTestFinished(stop);
  await store.articles.save(draftOf("story"));
  const url = "/api/articles/story/vote";
  for (const slug of ["story", "story", "nowhere"]) {
    const payload = { enjoyed: true };
    await app.inject({ method: "POST", url: url.replace("story", slug), payload });
  }
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const text = await answer.text();
  for (const line of [
    'verbatim_request_seconds_count{method="POST",route="/api/articles/:slug/vote",status="200"} 2',
    'verbatim_votes_total{outcome="kept"} 2',
    'verbatim_votes_total{outcome="refused"} 1',
    "verbatim_queue_votes 0",
    "verbatim_database_ready 1",
  ])
    expect(text).toContain(line);
  for (const name of [
    "verbatim_commit_seconds_count",
    "process_resident_memory_bytes",
    "verbatim_card_seconds",
  ])
    expect(text).toContain(name);
  expect((await app.inject("/metrics")).statusCode).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
});
