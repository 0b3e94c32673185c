import { useSyncExternalStore } from "react";
import { readStored, readStoredEntries, writeStored } from "#app/storage.ts";

/** A quotation that a reader kept, whole enough to be read where the site cannot be reached. */
export interface SavedQuotation {
  readonly slug: string;
  /** The quotation that “Keep” was pressed at. */
  readonly id: string;
  /** The pieces of its statement in reading order, itself among them. */
  readonly pieces: readonly string[];
  /** The whole statement's words, paragraphs joined by a newline. */
  readonly text: string;
  /** Null when nobody is named. */
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  /** The speaker's number among the story's voices: their colour. */
  readonly voice: number;
  readonly headline: string;
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly datePublished: string | null;
  /** The story's, BCP 47. */
  readonly inLanguage: string;
  /** The quotation's own address, absolute. */
  readonly url: string;
  /** ISO 8601, an instant. */
  readonly savedAt: string;
}

const storageKey = "verbatim:saved";

/** What a saved quotation is called on the device. */
export const savedKey = ({ slug, id }: Pick<SavedQuotation, "slug" | "id">): string => `${slug}/${id}`;

/** Newest first; of two of one instant the order is that of their names, so that it never changes. */
export const newestFirst = (one: SavedQuotation, other: SavedQuotation): number =>
  other.savedAt.localeCompare(one.savedAt) || savedKey(one).localeCompare(savedKey(other));

let known: { readonly stored: string | null; readonly all: readonly SavedQuotation[] } = {
  stored: null,
  all: [],
};
const listeners = new Set<() => void>();

/** All that is kept, newest first; the same array until it changes, here or in another tab. */
function all(): readonly SavedQuotation[] {
  const stored = readStored(storageKey);
  if (stored !== known.stored) {
    const saved = [...readStoredEntries(storageKey).values()].filter(isSaved);
    known = { stored, all: saved.toSorted(newestFirst) };
  }
  return known.all;
}

/** What is kept on this device, without an account: in no request, on no server. */
export const savedQuotations = {
  all,
  /** Keeps a quotation; false where the device has no room, and it is kept only as long as the page is open. */
  keep: (saved: SavedQuotation): boolean => write([saved, ...without(saved)]),
  remove: (saved: Pick<SavedQuotation, "slug" | "id">): boolean => write(without(saved)),
  /** Calls back after each change, on this page or another of the site's; answers with the way to stop. */
  subscribe: (changed: () => void): (() => void) => {
    if (listeners.size === 0) addEventListener("storage", hear);
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
      if (listeners.size === 0) removeEventListener("storage", hear);
    };
  },
};

const nothing: readonly SavedQuotation[] = [];

/** All that is kept, newest first; nothing while React hydrates. */
export const useSavedQuotations = (): readonly SavedQuotation[] =>
  useSyncExternalStore(savedQuotations.subscribe, all, () => nothing);

const without = (saved: Pick<SavedQuotation, "slug" | "id">): readonly SavedQuotation[] =>
  all().filter((one) => savedKey(one) !== savedKey(saved));

function write(saved: readonly SavedQuotation[]): boolean {
  const entries = saved.map((one) => [savedKey(one), one] as const);
  const isStored = writeStored(
    storageKey,
    saved.length === 0 ? null : JSON.stringify(Object.fromEntries(entries)),
  );
  for (const listener of listeners) listener();
  return isStored;
}

function hear({ key }: StorageEvent): void {
  if (key === storageKey || key === null) for (const listener of listeners) listener();
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

/** Storage is open to everybody on the device: what does not look like ours is not shown. */
function isSaved(value: unknown): value is SavedQuotation {
  const one: Partial<Record<keyof SavedQuotation, unknown>> = Object(value);
  const speaker: { name?: unknown; role?: unknown } = Object(one.speaker);
  return (
    [one.slug, one.id, one.text, one.headline, one.inLanguage, one.url, one.savedAt].every(isText) &&
    [one.publisher, one.datePublished].every(isTextOrNull) &&
    (one.speaker === null || (isText(speaker.name) && isTextOrNull(speaker.role))) &&
    Number.isInteger(one.voice) &&
    Array.isArray(one.pieces) &&
    one.pieces.every(isText) &&
    !Number.isNaN(Date.parse(String(one.savedAt)))
  );
}
