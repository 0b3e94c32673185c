import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fold } from "./fold.ts";

/** Crockford's alphabet: no letters that look like digits, few that make words. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const idLength = 12;

/**
 * Names a wording: twelve letters and digits that follow from its words alone,
 * typography folded. The same words have the same id in every story, revision and runtime.
 */
export function wordingId(text: string): string {
  const folded = fold(text);
  // A quotation of marks alone (“—”, “,”) still is a wording of its own.
  const digest = sha256(utf8ToBytes(folded === "" ? text : folded));
  return Array.from(digest.subarray(0, idLength), (byte) => alphabet.charAt(byte % 32)).join("");
}

/** The id of the n-th wording of one kind in a story, from 1: `h`, `h-2`, `h-3`. */
export function repeatId(wording: string, ordinal: number): string {
  return ordinal === 1 ? wording : `${wording}-${ordinal}`;
}

/** Takes an id apart again: `h-3` is the third of `h`. */
export function ordinalOf(id: string): number {
  const dash = id.indexOf("-");
  return dash === -1 ? 1 : Number(id.slice(dash + 1));
}

/** The wording that an id names, its ordinal left out. */
export function wordingOf(id: string): string {
  const dash = id.indexOf("-");
  return dash === -1 ? id : id.slice(0, dash);
}
