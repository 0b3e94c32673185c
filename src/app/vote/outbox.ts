import type { Answer } from "#model/vote.ts";

/** Votes that the server has not confirmed yet, one a story. They outlive the page: a vote made offline waits here. */

const votesName = "verbatim:votes";

/** An answer on its way; null takes the answer back. */
export type Waiting = Readonly<Record<string, Answer | null>>;

/** What waits where storage is closed to us, or full: it lives as long as the page. */
let forThisPage: Waiting | null = null;

/** All votes that wait, by slug. */
export function readOutbox(): Waiting {
  if (forThisPage !== null) return forThisPage;
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

/** Nothing waits any more. */
export const clearOutbox = (): void => write({});

function write(waiting: Waiting): void {
  const empty = Object.keys(waiting).length === 0;
  forThisPage = null;
  try {
    if (empty) localStorage.removeItem(votesName);
    else localStorage.setItem(votesName, JSON.stringify(waiting));
  } catch {
    if (!empty) forThisPage = waiting;
  }
}
