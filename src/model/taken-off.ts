/**
 * Which stories were taken off lately: what devices kept of them before goes. By digests of their slugs, because
 * a slug is made of a story's words.
 */
export interface TakenOffList {
  readonly stories: readonly TakenOff[];
}

export interface TakenOff {
  /** SHA-256 of the slug's UTF-8, in hexadecimal digits. */
  readonly digest: string;
  /** ISO 8601, an instant: what was kept later is of a story that is back. */
  readonly date: string;
}

/** Where the list is. */
export const takenOffPath = "/api/taken-off";

/** For how many days a story is on the list: longer than any device keeps one unread. */
export const takenOffDays = 90;
