import { glob, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { Unreadable } from "#newsroom/unreadable.ts";
import { fileSpelled } from "./raw-path.ts";
import { readBytes } from "./read-bytes.ts";
import { leadsOut, storiesBelow } from "./stories-below.ts";

/** Where a story is: what its owner calls it, and what names it for good. */
export type Origin =
  | {
      readonly kind: "file";
      readonly path: string;
      readonly source: string;
      /** The path in bytes, where they are no UTF-8. */
      readonly rawPath?: Buffer;
    }
  | { readonly kind: "url"; readonly path: string; readonly source: string }
  | { readonly kind: "input"; readonly path: "-"; readonly source: null }
  | { readonly kind: "missing"; readonly path: string; readonly source: null; readonly problem: string };

/**
 * Spells out what the command line names: files, folders (with all stories
 * below), globs, `@LIST` (a file with one path or address a line), addresses,
 * and `-` for standard input. Nothing comes twice; what is not there comes as
 * missing, in its place.
 */
export async function* listSources(names: readonly string[], cwd: string): AsyncGenerator<Origin> {
  const seen = new Set<string>();
  for (const name of names) {
    for await (const origin of spellOut(name, cwd)) {
      const key = origin.source ?? origin.path;
      if (seen.has(key)) continue;
      seen.add(key);
      yield origin;
    }
  }
}

async function* spellOut(name: string, cwd: string): AsyncGenerator<Origin> {
  if (name === "-") {
    yield { kind: "input", path: "-", source: null };
    return;
  }
  if (/^https?:/iu.test(name)) {
    yield urlOrigin(name);
    return;
  }
  const whole = resolve(cwd, name);
  const found = await stat(whole).catch(() => null);
  if (found?.isDirectory() === true) {
    const inside = await storiesBelow(whole);
    if (inside.length === 0) yield missing(name, "holds no .txt, .md, .html, .eml or .docx");
    for (const { name: below, rawPath, leadsOut } of inside) {
      const path = join(name, below);
      yield leadsOut ? missing(path, outside) : fileOrigin(path, cwd, rawPath);
    }
  } else if (found !== null) {
    yield fileOrigin(name, cwd);
  } else if (name.startsWith("@")) {
    yield* listed(name, cwd);
  } else if (/[*?[{]/u.test(name)) {
    const matches = await sorted([name], cwd);
    if (matches.length === 0) yield missing(name, "matches no file");
    const root = await realpath(resolve(cwd, folderOfGlob(name))).catch(() => cwd);
    for (const path of matches) {
      yield (await leadsOut(resolve(cwd, path), root)) ? missing(path, outside) : fileOrigin(path, cwd);
    }
  } else {
    const spelled = await fileSpelled(whole);
    yield spelled === null ? missing(name, "no such file or folder") : fileOrigin(name, cwd, spelled);
  }
}

const outside = "is a link that leads out of its folder; name the file itself to bring it in";

/** The folders that a pattern names before its first sign. */
function folderOfGlob(pattern: string): string {
  const [before = ""] = pattern.split(/[*?[{]/u, 1);
  return before.slice(0, before.lastIndexOf("/") + 1) || ".";
}

/** A list's paths are relative to the list. */
async function* listed(name: string, cwd: string): AsyncGenerator<Origin> {
  const path = resolve(cwd, name.slice(1));
  const bytes = await readBytes(path).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    return null;
  });
  if (bytes === null) {
    yield missing(name, "no such list");
    return;
  }
  for (const line of new TextDecoder().decode(bytes).split(/\r?\n/u)) {
    const entry = line.trim();
    if (entry === "" || entry.startsWith("#") || entry === "-") continue;
    const isPlace = /^https?:/iu.test(entry) || isAbsolute(entry);
    yield* spellOut(isPlace || dirname(path) === cwd ? entry : join(dirname(path), entry), cwd);
  }
}

async function sorted(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  const found: string[] = [];
  const options = { cwd, exclude: (path: string) => /^(?:\..+|node_modules)$/u.test(basename(path)) };
  for await (const path of glob([...patterns], options)) {
    if (basename(path).startsWith(".")) continue;
    // What leads nowhere is told when it is read; a pipe would be waited for without end.
    const there = await stat(resolve(cwd, path)).catch(() => null);
    if (there === null || there.isFile()) found.push(path);
  }
  return [...new Set(found)].sort((a, b) => (a < b ? -1 : 1));
}

const fileOrigin = (path: string, cwd: string, rawPath: Buffer | null = null): Origin => ({
  kind: "file",
  path,
  source: resolve(cwd, path),
  ...(rawPath === null ? {} : { rawPath }),
});

/** An address without its fragment, which no server sees. */
export function urlOrigin(address: string): Origin {
  const url = URL.parse(address);
  if (url === null) return missing(address, "is no address");
  url.hash = "";
  return { kind: "url", path: address, source: url.href };
}

const missing = (path: string, problem: string): Origin => ({ kind: "missing", path, source: null, problem });
