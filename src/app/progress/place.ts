import type { Article, Block } from "#model/article.ts";
import { placesKey } from "./places-key.ts";

/** Where somebody stopped reading a story. */
export interface Place {
  /** The paragraph's id then, and its words: an edit may have moved it. */
  readonly block: string;
  readonly opening: string;
  /** Milliseconds since 1970: the places longest ago are forgotten first. */
  readonly at: number;
}

/** So many stories' places are kept. */
const most = 60;
const openingLength = 60;

type Places = Readonly<Record<string, Place>>;

/** The block to remember, when it is at the top of what the reader sees. */
export const placeAt = (block: Block, now: number): Place => ({
  block: block.id,
  opening: block.text.slice(0, openingLength),
  at: now,
});

/**
 * The block in which somebody stopped, in the story as it stands now: the one
 * with the same opening words, which an edit before it may have renumbered;
 * null when an edit took it out.
 */
export function findPlace({ blocks }: Pick<Article, "blocks">, place: Place): Block | null {
  const same = blocks.filter(({ text }) => text.startsWith(place.opening));
  return same.find(({ id }) => id === place.block) ?? same[0] ?? null;
}

/** Whether a place is worth offering: somebody at the beginning or the end is not on their way. */
export function isMidway({ blocks }: Pick<Article, "blocks">, block: Block): boolean {
  const index = blocks.indexOf(block);
  return index >= 3 && index < blocks.length - 2;
}

/** The place kept for a story; null when there is none. */
export function keptPlace(storage: Storage, slug: string): Place | null {
  return read(storage)[slug] ?? null;
}

/** Keeps a story's place, or forgets it (`place` null). */
export function keepPlace(storage: Storage, slug: string, place: Place | null): void {
  const { [slug]: _, ...others } = read(storage);
  const entries = Object.entries(others).toSorted(([, a], [, b]) => b.at - a.at);
  const places = place === null ? entries : [[slug, place] as const, ...entries].slice(0, most);
  try {
    storage.setItem(placesKey, JSON.stringify(Object.fromEntries(places)));
  } catch {
    // A full or closed storage: the story opens at its beginning next time.
  }
}

function read(storage: Storage): Places {
  try {
    const kept: unknown = JSON.parse(storage.getItem(placesKey) ?? "{}");
    return typeof kept === "object" && kept !== null
      ? Object.fromEntries(Object.entries(kept).filter(isPlace))
      : {};
  } catch {
    return {};
  }
}

function isPlace(entry: [string, unknown]): entry is [string, Place] {
  const { block, opening, at }: Partial<Record<keyof Place, unknown>> = Object(entry[1]);
  return typeof block === "string" && typeof opening === "string" && typeof at === "number";
}
