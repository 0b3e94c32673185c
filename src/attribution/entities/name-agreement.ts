import type { Mention } from "#attribution/mentions/mention.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Entity } from "./entity.ts";

/** Whether a name may be a shorter, longer or other form of an entity's. */
export function agrees(mention: Mention, entity: Entity, lexicon: Lexicon): boolean {
  const { keys } = mention;
  const known = entity.keys;
  const same = keys.length === known.length && endsWith(keys, known);
  if ((mention.kind === "organization") !== (entity.kind === "organization")) return same;
  if (mention.gender !== null && entity.gender !== null && mention.gender !== entity.gender) return false;
  if (same) return true;
  if (entity.kind === "organization")
    return keys.length < known.length
      ? known[0] === keys[0] || endsWith(known, keys) || (keys.length === 1 && known.includes(keys[0] ?? ""))
      : keys.length > known.length && startsWith(keys, known);
  const short = keys.length <= known.length ? keys : known;
  const long = short === keys ? known : keys;
  const a = short[0] ?? "";
  const b = long[0] ?? "";
  if (short.length === 1) {
    if (long.at(-1) === a) return true;
    // “Mags”, of Mags Boothby; but “Okafor Plaza” is no Okafor.
    return a === b && mention.title === null && (keys.length === 1 || lexicon.word(a).givenName);
  }
  if (endsWith(long, short)) return true;
  // J. Holt and Jane Holt; Jim and James are not worth a dictionary.
  return short.at(-1) === long.at(-1) && (a === b || (mayShorten(a, b) && !conflicting(a, b, lexicon)));
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  const beyond = long.length - short.length;
  for (let at = 0; at < short.length; at++) if (long[beyond + at] !== short[at]) return false;
  return true;
}

function startsWith(long: readonly string[], short: readonly string[]): boolean {
  for (let at = 0; at < short.length; at++) if (long[at] !== short[at]) return false;
  return true;
}

function mayShorten(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0)) return false;
  return a.length <= 2 || b.length <= 2 || a.startsWith(b.slice(0, 3)) || b.startsWith(a.slice(0, 3));
}

function conflicting(a: string, b: string, lexicon: Lexicon): boolean {
  const [x, y] = [lexicon.word(a).givenGender, lexicon.word(b).givenGender];
  return x !== null && y !== null && x !== y;
}
