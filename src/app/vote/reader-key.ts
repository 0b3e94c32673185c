import { v4 as uuid } from "uuid";
import { readStored, writeStored } from "#app/storage.ts";

/**
 * The key by which the server knows this browser until it has given it a
 * cookie: a vote that is sent again is then the same reader's. It is made with
 * the first vote, never before.
 */

const storageKey = "verbatim:reader";

/** A UUID, the same one from the first vote on. */
export function readerKey(): string {
  const stored = readStored(storageKey);
  if (stored !== null) return stored;
  // The browser's own `randomUUID` is only there on a secure connection, which a house's network has not.
  const made = uuid();
  writeStored(storageKey, made);
  return made;
}

/** The next vote is somebody else's. */
export const forgetReaderKey = (): void => void writeStored(storageKey, null);
