import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "#store/open-store.ts";
import { generateStories } from "#tools/scale/generate-stories.ts";
import { ingestFolder } from "#tools/scale/ingest-killed.ts";
import { run } from "#tools/support/run-command.ts";

const linesOf = (text: string): number => text.split("\n").length - 1;

/** Longer than the runner's own limit: three runs of sixty stories, on a machine that may be busy. */
const timeout = 300_000;

test("an ingest that is killed in the middle and run again is complete, and does nothing twice", {
  timeout,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), "verbatim-killed-"));
  const count = 60;
  try {
    const folder = join(dir, "stories");
    await generateStories(folder, count);
    const env = { DATA_DIR: join(dir, "data") };
    const killed = await ingestFolder(folder, env, 20);
    expect(killed.status).toBeNull();
    const rest = await run(["ingest", folder], { env });
    expect(rest.status).toBe(0);
    // What the killed run told was kept: the second had no more than the others to do.
    expect(linesOf(rest.stdout)).toBeLessThanOrEqual(count - killed.told);
    const again = await run(["ingest", folder], { env });
    expect(again).toMatchObject({ status: 0, stdout: "" });
    expect(again.stderr).toContain("60 unchanged");

    const log = { info: () => {}, warn: () => {} };
    const store = await openStore({
      databaseUrl: null,
      dataDir: env.DATA_DIR,
      siteUrl: "http://localhost",
      log,
    });
    const { articles, next } = await store.articles.list({ limit: 100, cursor: null });
    expect(articles).toHaveLength(count);
    expect(next).toBeNull();
    const found = await Promise.all(articles.map(({ slug }) => store.articles.find(slug)));
    expect(found.every((article) => article?.revision === 1 && article.quotations.length > 0)).toBe(true);
    await store.close();
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
