import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { currentBuild } from "#server/load-bundle.ts";

const root = join(import.meta.dirname, "../..");

/** The text of all scripts in a folder. */
function sourceOf(folder: string): string {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:js|ts|tsx)$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => readFileSync(resolve(root, folder, file), "utf8"))
    .join("\n");
}

const MEDIA_TYPE = /^[\w-]+\/[\w.+-]+$/;

/** Long strings of a source: a bundler renames everything but them, so they tell where code came from. */
function fingerprintsOf(source: string): ReadonlySet<string> {
  const strings = source.matchAll(/"([^"\\\n]{20,400})"/g);
  return new Set(
    [...strings]
      .map(([, words = ""]) => words)
      .filter((words) => /[a-z]{3}/.test(words) && !MEDIA_TYPE.test(words)),
  );
}

const bundle = sourceOf(join(await currentBuild(join(root, "dist")), "client"));
const shared = ["src/app", "src/model", "src/text"].map(sourceOf).join("\n");

describe("the browser's bundle", () => {
  it("is there, and shows where its code came from", () => {
    const own = [...fingerprintsOf(sourceOf("src/app"))].filter((words) => !words.includes("/"));
    expect(own.filter((words) => bundle.includes(words)).length).toBeGreaterThan(5);
  });

  it.each([
    "src/attribution",
    "src/newsroom",
    "src/store",
    "src/server",
    "src/cli",
    "node_modules/zod/v4",
    "node_modules/fastify",
    "node_modules/kysely/dist",
  ])("holds nothing of %s", (folder) => {
    const fingerprints = [...fingerprintsOf(sourceOf(folder))].filter((words) => !shared.includes(words));
    expect(fingerprints.length).toBeGreaterThan(3);
    expect(fingerprints.filter((words) => bundle.includes(words))).toEqual([]);
  });

  it("comes without maps to its source", () => {
    expect(bundle).not.toContain("sourceMappingURL");
  });
});
