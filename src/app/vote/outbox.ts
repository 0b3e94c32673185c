import type { Answer } from "#model/vote.ts";

/**
 * Votes that the server has not confirmed yet, one a story, and this browser's
 * idempotency key. They outlive the page: a vote made offline waits here. The
 * key is made with the first vote, never before.
 */

const votesName = "verbatim:votes";
const keyName = "verbatim:reader";

/** An answer on its way; null takes the answer back. */
export type Waiting = Readonly<Record<string, Answer | null>>;

/** All votes that wait, by slug. */
export function readOutbox(): Waiting {
  try {
    return JSON.parse(localStorage.getItem(votesName) ?? "{}") as Waiting;
  } catch {
    return {};
  }
}

/** Keeps a vote until it is confirmed; a later one for the same story takes its place. */
export function keep(slug: string, answer: Answer | null): void {
  write({ ...readOutbox(), [slug]: answer });
}

/** Forgets a confirmed vote, unless another one has taken its place meanwhile. */
export function confirm(slug: string, answer: Answer | null): void {
  const { [slug]: waiting, ...others } = readOutbox();
  if (waiting === answer) write(others);
}

/** Names this browser to the server until the server has given it a cookie. */
export function idempotencyKey(): string {
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

let forThisPage: string | null = null;

function write(waiting: Waiting): void {
  try {
    if (Object.keys(waiting).length === 0) localStorage.removeItem(votesName);
    else localStorage.setItem(votesName, JSON.stringify(waiting));
  } catch {
    // Storage is closed to us: the vote lives as long as the page.
  }
}
