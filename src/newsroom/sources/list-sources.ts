import { glob, readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";

/** Where a story is: what its owner calls it, and what names it for good. */
export type Origin =
  | { readonly kind: "file"; readonly path: string; readonly source: string }
  | { readonly kind: "url"; readonly path: string; readonly source: string }
  | { readonly kind: "input"; readonly path: "-"; readonly source: null }
  | { readonly kind: "missing"; readonly path: string; readonly source: null; readonly problem: string };

const storyNames = ["**/*.txt", "**/*.md", "**/*.markdown", "**/*.html", "**/*.htm"];

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
    const inside = await sorted(storyNames, whole);
    if (inside.length === 0) yield missing(name, "holds no .txt, .md or .html");
    for (const path of inside) yield fileOrigin(join(name, path), cwd);
  } else if (found !== null) {
    yield fileOrigin(name, cwd);
  } else if (name.startsWith("@")) {
    yield* listed(name, cwd);
  } else if (/[*?[{]/u.test(name)) {
    const matches = await sorted([name], cwd);
    if (matches.length === 0) yield missing(name, "matches no file");
    for (const path of matches) yield fileOrigin(path, cwd);
  } else {
    yield missing(name, "no such file or folder");
  }
}

/** A list's paths are relative to the list. */
async function* listed(name: string, cwd: string): AsyncGenerator<Origin> {
  const path = resolve(cwd, name.slice(1));
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) {
    yield missing(name, "no such list");
    return;
  }
  for (const line of text.split(/\r?\n/u)) {
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

const fileOrigin = (path: string, cwd: string): Origin => ({
  kind: "file",
  path,
  source: resolve(cwd, path),
});

/** An address without its fragment, which no server sees. */
export function urlOrigin(address: string): Origin {
  const url = URL.parse(address);
  if (url === null) return missing(address, "is no address");
  url.hash = "";
  return { kind: "url", path: address, source: url.href };
}

const missing = (path: string, problem: string): Origin => ({ kind: "missing", path, source: null, problem });
