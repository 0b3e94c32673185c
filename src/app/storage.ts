/**
 * What the site keeps on the reader's device: the only module that touches
 * local and session storage. Storage may be closed (cookies blocked), full or
 * absent; nothing here ever throws, and what could not be stored is held for as
 * long as the page is open.
 */

/** `session` ends with the tab. */
export type StorageArea = "local" | "session";

const held: Readonly<Record<StorageArea, Map<string, string>>> = { local: new Map(), session: new Map() };

/** The very access throws where cookies are blocked. */
const open = (area: StorageArea): Storage => (area === "local" ? localStorage : sessionStorage);

/** What is stored under a key; null where there is nothing. */
export function readStored(key: string, area: StorageArea = "local"): string | null {
  const here = held[area].get(key);
  if (here !== undefined) return here;
  try {
    return open(area).getItem(key);
  } catch {
    return null;
  }
}

/** Stores a value under a key; null removes it. False where the device did not take it, and it is held for as long as the page is open. */
export function writeStored(key: string, value: string | null, area: StorageArea = "local"): boolean {
  held[area].delete(key);
  try {
    if (value === null) open(area).removeItem(key);
    else open(area).setItem(key, value);
    return true;
  } catch {
    if (value !== null) held[area].set(key, value);
    return false;
  }
}

/** What is stored under a key as JSON, its entries by name; empty where it is anything but an object. */
export function readStoredEntries(key: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(readStored(key) ?? "{}");
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
