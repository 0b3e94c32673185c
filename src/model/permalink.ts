import type { Quotation, Speaker } from "./article.ts";

/** What became of a published wording; see the README, "What a permalink promises". */
export type PermalinkState = "verbatim" | "retypeset" | "reattributed" | "edited" | "removed";

/** One step of the change from the old wording to its successor's. */
export interface DiffPart {
  readonly op: "equal" | "insert" | "delete";
  readonly text: string;
}

export interface PermalinkEvent {
  readonly revision: number;
  /** ISO 8601. */
  readonly date: string;
  readonly event: "published" | "retypeset" | "reattributed" | "edited" | "removed" | "restored";
  readonly speaker: Speaker | null;
  readonly text: string;
}

/** The answer to a quotation's address. */
export interface Permalink {
  readonly state: PermalinkState;
  /** As last published under this id. */
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
  /** The quotation that took its place, when `edited`. */
  readonly successor: string | null;
  readonly diff: readonly DiffPart[] | null;
  readonly history: readonly PermalinkEvent[];
}

/** Whether the words stand as published, under the same name. */
export function isUnchanged({ state }: Pick<Permalink, "state">): boolean {
  return state === "verbatim" || state === "retypeset";
}

/** Whose words they were when they were first published, whoever had them in between; null for nobody named. */
export function firstSpeaker({ history }: Pick<Permalink, "history">): Speaker | null {
  return history[0]?.speaker ?? null;
}

/** What brought the words into the state that they are in; null where they stand as published. */
export function lastChange({ history, state }: Pick<Permalink, "history" | "state">): PermalinkEvent | null {
  return history.findLast(({ event }) => event === state) ?? null;
}

/** What a quotation's page is called, in a tab and where it unfurls: whoever said it, and the words. */
export function quotationTitle(speaker: Pick<Speaker, "name"> | null, text: string): string {
  const said = `“${text.replace(/\s+/g, " ")}”`;
  return speaker === null ? said : `${speaker.name}: ${said}`;
}
