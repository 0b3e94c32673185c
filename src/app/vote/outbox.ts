import { readStoredEntries, writeStored } from "#app/storage.ts";
import type { Answer } from "#model/vote.ts";

/** Votes that the server has not confirmed yet, one a story. They outlive the page: a vote made offline waits here. */

const storageKey = "verbatim:votes";

/** The answers on their way, by slug; null takes an answer back. */
export type Outbox = ReadonlyMap<string, Answer | null>;

const isAnswer = (value: unknown): value is Answer | null =>
  value === "yes" || value === "no" || value === null;

/** All votes that wait. */
export function readOutbox(): Outbox {
  const entries = [...readStoredEntries(storageKey)].filter((entry): entry is [string, Answer | null] =>
    isAnswer(entry[1]),
  );
  return new Map(entries);
}

/** Puts a vote in until it is confirmed; a later one for the same story takes its place. */
export function putInOutbox(slug: string, answer: Answer | null): void {
  write(new Map([...readOutbox(), [slug, answer]]));
}

/** Takes a confirmed vote out, unless another one has taken its place meanwhile. */
export function confirm(slug: string, answer: Answer | null): void {
  const waiting = new Map(readOutbox());
  if (waiting.get(slug) !== answer) return;
  waiting.delete(slug);
  write(waiting);
}

/** Nothing waits any more. */
export const clearOutbox = (): void => write(new Map());

function write(waiting: Outbox): void {
  writeStored(storageKey, waiting.size === 0 ? null : JSON.stringify(Object.fromEntries(waiting)));
}
