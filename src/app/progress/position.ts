import { readStoredEntries, writeStored } from "#app/storage.ts";
import type { Article, Block } from "#model/article.ts";

/** Where somebody stopped reading a story. */
export interface Position {
  /** The paragraph's id then, and its words: an edit may have moved it. */
  readonly block: string;
  readonly opening: string;
  /** Milliseconds since 1970: the positions longest ago are forgotten first. */
  readonly at: number;
}

const storageKey = "verbatim:places";
/** So many stories' positions are kept. */
const most = 60;
const openingLength = 60;

/** The position to remember, when a block is at the top of what the reader sees. */
export const positionAt = (block: Block, now: number): Position => ({
  block: block.id,
  opening: block.text.slice(0, openingLength),
  at: now,
});

/**
 * The block in which somebody stopped, in the story as it stands now: the one
 * with the same opening words, which an edit before it may have renumbered;
 * null when an edit took it out.
 */
export function findPosition({ blocks }: Pick<Article, "blocks">, position: Position): Block | null {
  const same = blocks.filter(({ text }) => text.startsWith(position.opening));
  return same.find(({ id }) => id === position.block) ?? same[0] ?? null;
}

/** Whether a position is worth offering: somebody at the beginning or the end is not on their way. */
export function isMidway({ blocks }: Pick<Article, "blocks">, block: Block): boolean {
  const index = blocks.indexOf(block);
  return index >= 3 && index < blocks.length - 2;
}

/** The position stored for a story; null when there is none. */
export const storedPosition = (slug: string): Position | null => readPositions().get(slug) ?? null;

/** Stores a story's position, or forgets it (null). */
export function storePosition(slug: string, position: Position | null): void {
  const positions = readPositions();
  positions.delete(slug);
  const others = [...positions].toSorted(([, a], [, b]) => b.at - a.at);
  const all = position === null ? others : [[slug, position] as const, ...others].slice(0, most);
  writeStored(storageKey, JSON.stringify(Object.fromEntries(all)));
}

function readPositions(): Map<string, Position> {
  return new Map([...readStoredEntries(storageKey)].filter(isPosition));
}

function isPosition(entry: [string, unknown]): entry is [string, Position] {
  const { block, opening, at }: Partial<Record<keyof Position, unknown>> = Object(entry[1]);
  return typeof block === "string" && typeof opening === "string" && typeof at === "number";
}
