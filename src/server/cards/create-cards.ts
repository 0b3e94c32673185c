import { createHash } from "node:crypto";
import { channel } from "node:diagnostics_channel";
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
  /** Hears why cards are not kept; they are drawn anew each time until that is over. */
  readonly onTrouble?: (error: unknown) => void;
  /** In bytes; the cards that nobody asked for longest go first. */
  readonly maxBytes?: number;
}

/** What is published on `cardChannel`: how a card came about. */
export interface CardActivity {
  readonly how: "kept" | "drawn";
  readonly milliseconds: number;
}

/** Tells whoever listens in this process, such as the metrics, of each card. */
export const cardChannel = channel("verbatim.cards");

/** Goes up when the drawing changes, so that older drawings are not served. */
const drawing = 3;

export function createCards({
  dir,
  maxBytes = 256 * 2 ** 20,
  onTrouble: tell = () => {},
}: CardsOptions): Cards {
  const drawer = startCardDrawer();
  const underway = new Map<string, Promise<Buffer>>();
  /** Sizes by name, the longest unused first; read once from the folder. */
  let files: Promise<Map<string, number>> | null = null;

  const kept = (): Promise<Map<string, number>> => {
    // A folder that could not be read is looked at again.
    files ??= readSizes(dir).catch((error: unknown) => {
      files = null;
      throw error;
    });
    return files;
  };

  const save = async (name: string, png: Buffer): Promise<void> => {
    const sizes = await kept();
    // Somebody may have taken the folder away.
    await mkdir(dir, { recursive: true });
    // Written beside and renamed: a reader never meets half a picture.
    const draft = join(dir, `${name}.${process.pid}.draft`);
    try {
      await writeFile(draft, png);
      await rename(draft, join(dir, name));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      throw error;
    }
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
    const begun = performance.now();
    const publish = (how: CardActivity["how"]): void => {
      cardChannel.publish({ how, milliseconds: performance.now() - begun } satisfies CardActivity);
    };
    // A card that cannot be read is drawn, and one that cannot be kept is sent all the same.
    const found = await readFile(join(dir, name)).catch((error: unknown) => {
      if (!isAbsent(error)) tell(error);
      return null;
    });
    if (found !== null) {
      await used(name).catch(tell);
      publish("kept");
      return found;
    }
    const png = await drawer.draw(card);
    publish("drawn");
    await save(name, png).catch(tell);
    return png;
  };

  const used = async (name: string): Promise<void> => {
    const sizes = await kept();
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
  const all = await readdir(dir);
  await removeLeftDrafts(all.filter((name) => name.endsWith(".draft")).map((name) => join(dir, name)));
  const names = all.filter((name) => name.endsWith(".png"));
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await sizeAndTime(join(dir, name))) })),
  );
  return new Map(files.sort((a, b) => a.time - b.time).map(({ name, size }) => [name, size]));
}

/** A card is written in milliseconds: what is older was left by a process that was killed. */
const draftMilliseconds = 60_000;

async function removeLeftDrafts(drafts: readonly string[]): Promise<void> {
  for (const draft of drafts) {
    const { time } = await sizeAndTime(draft);
    if (Date.now() - time > draftMilliseconds) await rm(draft, { force: true });
  }
}

async function sizeAndTime(path: string): Promise<{ size: number; time: number }> {
  const found = await stat(path).catch(absent);
  return { size: found?.size ?? 0, time: found?.mtimeMs ?? 0 };
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** A file that is not there is no failure. */
function absent(error: unknown): null {
  if (isAbsent(error)) return null;
  throw error;
}
