import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A folder of `dist/`: `client/`, `server/`, and what is in `inUse` and `ownFiles`. */
export interface Build {
  readonly dist: string;
  readonly name: string;
  readonly folder: string;
}

/** Names the build that is served next. The server reads it too: src/server/load-bundle.ts. */
const current = "current.json";
/** A folder in a build with a file for each process that needs it, named for its id. */
const inUse = "in-use";
/** In a build: the hashed files that it made itself, not those that it took over from the one before. */
const ownFiles = "own-files.json";

const buildIn = (dist: string, name: string): Build => ({ dist, name, folder: join(dist, name) });

/** Makes a folder for a new build, which nobody takes away while this process runs. */
export async function beginBuild(dist: string): Promise<Build> {
  const build = buildIn(dist, `${new Date().toISOString().replaceAll(/\D/g, "")}-${process.pid}`);
  await mkdir(join(build.folder, inUse), { recursive: true });
  await writeFile(join(build.folder, inUse, String(process.pid)), "");
  return build;
}

/**
 * Makes a build the one that is served next. It keeps the hashed files of the
 * one before, for pages that readers have open: those name parts that they load
 * when they are wanted. Takes away the builds that nothing needs any more.
 */
export async function finishBuild(build: Build): Promise<void> {
  const { dist, name } = build;
  const assets = join(build.folder, "client", "assets");
  const own = new Set(await readdir(assets));
  await writeFile(join(build.folder, ownFiles), JSON.stringify([...own]));
  const before = await currentBuild(dist);
  if (before !== null) {
    for (const file of await ownFilesOf(before))
      if (!own.has(file)) await cp(join(before.folder, "client", "assets", file), join(assets, file));
  }
  const next = join(dist, `${current}.${process.pid}`);
  await writeFile(next, JSON.stringify({ build: name }));
  await rename(next, join(dist, current));
  await takeAway(dist, new Set([name, before?.name]));
}

/** The build that is served next; null before the first, and where it is gone. */
async function currentBuild(dist: string): Promise<Build | null> {
  const written = await readFile(join(dist, current), "utf8").catch(() => null);
  if (written === null) return null;
  const { build }: { build: string } = JSON.parse(written);
  return buildIn(dist, build);
}

async function ownFilesOf({ folder }: Build): Promise<readonly string[]> {
  return JSON.parse(await readFile(join(folder, ownFiles), "utf8").catch(() => "[]"));
}

async function takeAway(dist: string, kept: ReadonlySet<string | undefined>): Promise<void> {
  for (const entry of await readdir(dist, { withFileTypes: true })) {
    if (!entry.isDirectory() || kept.has(entry.name)) continue;
    const folder = join(dist, entry.name);
    const users = await readdir(join(folder, inUse)).catch(() => []);
    if (!users.some(isRunning)) await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(id: string): boolean {
  try {
    return process.kill(Number(id), 0);
  } catch (error) {
    // Another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
