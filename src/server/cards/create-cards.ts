import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Card } from "./card.ts";
import { startCardDrawer } from "./card-drawer.ts";

/** The pictures of quotations: drawn once, kept on disk within a bound. */
export interface Cards {
  /** A PNG of 1200×630 pixels. ProblemError 503 when too many are asked for at once. */
  png(card: Card): Promise<Buffer>;
  close(): Promise<void>;
}

export interface CardsOptions {
  /** A folder of its own; made when it is not there. */
  readonly dir: string;
  /** In bytes; the cards that nobody asked for longest go first. */
  readonly maxBytes?: number;
}

/** Goes up when the drawing changes, so that older drawings are not served. */
const drawing = 3;

export function createCards({ dir, maxBytes = 256 * 2 ** 20 }: CardsOptions): Cards {
  const drawer = startCardDrawer();
  const underway = new Map<string, Promise<Buffer>>();
  /** Sizes by name, the longest unused first; read once from the folder. */
  let files: Promise<Map<string, number>> | null = null;

  const save = async (name: string, png: Buffer): Promise<void> => {
    files ??= readSizes(dir);
    const sizes = await files;
    // Written beside and renamed: a reader never meets half a picture.
    const draft = join(dir, `${name}.${process.pid}.draft`);
    await writeFile(draft, png);
    await rename(draft, join(dir, name));
    sizes.delete(name);
    sizes.set(name, png.byteLength);
    let total = sizes.values().reduce((sum, size) => sum + size, 0);
    for (const [oldest, size] of sizes) {
      if (total <= maxBytes || oldest === name) break;
      sizes.delete(oldest);
      total -= size;
      await rm(join(dir, oldest), { force: true });
    }
  };

  const make = async (name: string, card: Card): Promise<Buffer> => {
    const found = await readFile(join(dir, name)).catch(absent);
    if (found !== null) {
      await used(name);
      return found;
    }
    const png = await drawer.draw(card);
    await save(name, png);
    return png;
  };

  const used = async (name: string): Promise<void> => {
    files ??= readSizes(dir);
    const sizes = await files;
    const size = sizes.get(name);
    if (size === undefined) return;
    sizes.delete(name);
    sizes.set(name, size);
    const now = new Date();
    // Only the order among cards is lost when this fails.
    await utimes(join(dir, name), now, now).catch(() => {});
  };

  return {
    png: (card) => {
      const name = `${createHash("sha256")
        .update(JSON.stringify([drawing, card]))
        .digest("hex")
        .slice(0, 32)}.png`;
      const started = underway.get(name);
      if (started !== undefined) return started;
      const making = make(name, card).finally(() => underway.delete(name));
      underway.set(name, making);
      return making;
    },
    close: () => drawer.close(),
  };
}

async function readSizes(dir: string): Promise<Map<string, number>> {
  await mkdir(dir, { recursive: true });
  const names = (await readdir(dir)).filter((name) => name.endsWith(".png"));
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await sizeAndTime(join(dir, name))) })),
  );
  return new Map(files.sort((a, b) => a.time - b.time).map(({ name, size }) => [name, size]));
}

async function sizeAndTime(path: string): Promise<{ size: number; time: number }> {
  const found = await stat(path).catch(absent);
  return { size: found?.size ?? 0, time: found?.mtimeMs ?? 0 };
}

/** A file that is not there is no failure. */
function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
