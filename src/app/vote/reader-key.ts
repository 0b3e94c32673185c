/**
 * The key by which the server knows this browser until it has given it a
 * cookie: a vote that is sent again is then the same reader's. It is made with
 * the first vote, never before.
 */

const keyName = "verbatim:reader";

/** Where storage is closed to us, the key lives as long as the page. */
let forThisPage: string | null = null;

/** A UUID, the same one from the first vote on. */
export function readerKey(): string {
  try {
    const kept = localStorage.getItem(keyName);
    if (kept !== null) return kept;
    const made = crypto.randomUUID();
    localStorage.setItem(keyName, made);
    return made;
  } catch {
    forThisPage ??= crypto.randomUUID();
    return forThisPage;
  }
}

/** The next vote is somebody else's. */
export function forgetReaderKey(): void {
  forThisPage = null;
  try {
    localStorage.removeItem(keyName);
  } catch {
    // Storage is closed to us: there is nothing in it.
  }
}
