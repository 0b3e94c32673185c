import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Build, beginBuild, finishBuild } from "#build/builds.ts";
import { currentBuild } from "#server/load-bundle.ts";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";

let dist = "";

beforeEach(async () => {
  dist = await temporaryFolder("verbatim-builds");
  return () => rm(dist, { recursive: true, force: true });
});

/** Builds a site of some hashed files. */
async function buildOf(...files: readonly string[]): Promise<Build> {
  const build = await beginBuild(dist);
  const assets = join(build.folder, "client", "assets");
  await mkdir(assets, { recursive: true });
  for (const file of files) await writeFile(join(assets, file), "");
  // This process made it and will not serve it.
  await rm(join(build.folder, "in-use", String(process.pid)));
  await finishBuild(build);
  return build;
}

const assetsOf = ({ folder }: Build): Promise<string[]> => readdir(join(folder, "client", "assets"));
const builds = async (): Promise<string[]> =>
  (await readdir(dist, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** A process that serves a build as long as the test runs. */
async function serve({ folder }: Build): Promise<() => Promise<unknown>> {
  const server = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => void server.kill());
  await writeFile(join(folder, "in-use", String(server.pid)), "");
  return () => {
    server.kill();
    return once(server, "exit");
  };
}

describe("a build", () => {
  it("is the one that is served next, once it is whole", async () => {
    const first = await buildOf("a-1.js");
    const begun = await beginBuild(dist);
    expect(await currentBuild(dist)).toBe(first.folder);
    await mkdir(join(begun.folder, "client", "assets"), { recursive: true });
    await finishBuild(begun);
    expect(await currentBuild(dist)).toBe(begun.folder);
  });

  it("keeps the hashed files of the one before for pages that are open, and none older", async () => {
    await buildOf("a-1.js", "same.js");
    expect(await assetsOf(await buildOf("a-2.js", "same.js"))).toEqual(["a-1.js", "a-2.js", "same.js"]);
    expect(await assetsOf(await buildOf("a-3.js", "same.js"))).toEqual(["a-2.js", "a-3.js", "same.js"]);
  });

  it("leaves those alone that are being served or made, and takes away the others", async () => {
    const served = await buildOf("a-1.js");
    const stop = await serve(served);
    const begun = await beginBuild(dist);
    const forgotten = await buildOf("a-2.js");
    const [before, last] = [await buildOf("a-3.js"), await buildOf("a-4.js")];
    expect(new Set(await builds())).toEqual(new Set([served, begun, before, last].map(({ name }) => name)));
    expect(await builds()).not.toContain(forgotten.name);
    await stop();
    await buildOf("a-5.js");
    expect(await builds()).not.toContain(served.name);
  });
});
