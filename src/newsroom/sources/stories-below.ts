import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { relative } from "node:path";
import { join, nameOf } from "./raw-path.ts";

/** A file below a folder that is named like a story. */
export interface StoryFile {
  /** Relative to the folder, as it can be shown. */
  readonly name: string;
  /** The whole path in bytes, where it is no UTF-8. */
  readonly rawPath: Buffer | null;
  readonly leadsOut: boolean;
}

const storyName = /\.(?:txt|md|markdown|html?|xhtml|eml|docx|docm|doc|rtf|odt|pdf)$/iu;
const notSearched = /^(?:\..*|node_modules)$/u;

/** The stories of a folder and the folders in it, in the order of their names; links to folders are not followed. */
export async function storiesBelow(folder: string): Promise<readonly StoryFile[]> {
  const root = await realpath(folder);
  const found: StoryFile[] = [];
  async function search(below: Buffer, prefix: string): Promise<void> {
    const entries: readonly Dirent<Buffer>[] = await readdir(below, {
      withFileTypes: true,
      encoding: "buffer",
    }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => Buffer.compare(a.name, b.name))) {
      const name = nameOf(entry.name);
      const path = join(below, entry.name);
      if (notSearched.test(name)) continue;
      if (entry.isDirectory()) await search(path, `${prefix}${name}/`);
      else if (storyName.test(name) && (await isFile(path))) {
        const rawPath = path.toString() === nameOf(path) ? null : path;
        found.push({
          name: prefix + name,
          rawPath,
          leadsOut: entry.isSymbolicLink() && (await leadsOut(path, root)),
        });
      }
    }
  }
  await search(Buffer.from(folder), "");
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What leads nowhere is told when it is read; a pipe would be waited for. */
async function isFile(path: Buffer): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there === null || there.isFile();
}

/** Whether a link leads to what is outside a folder, which is then not the folder's to publish. */
export async function leadsOut(path: Buffer | string, root: string): Promise<boolean> {
  const target = await realpath(path).catch(() => null);
  return target !== null && /^\.\.(?:\/|$)/u.test(relative(root, target));
}
