import type { Speaker } from "#model/article.ts";
import { genderOfTitles, titles } from "./titles.ts";

/**
 * `equal`: the same name, whatever its title, accents and case: “Dr Ana Ruiz”, “Ana Ruíz”.
 * `fuller`: one is a longer form of the other: “Ruiz”, “A. Ruiz”, “Ana Ruiz Castro”.
 */
export type NameMatch = "equal" | "fuller" | "different";

/** Compares how two revisions name somebody; nobody (null) is only the same as nobody. */
export function matchNames(one: Speaker | null, other: Speaker | null): NameMatch {
  if (one === null || other === null) return one === other ? "equal" : "different";
  const a = nameOf(one);
  const b = nameOf(other);
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return "different";
  if (a.plain === b.plain) return "equal";
  if (names(a, other) || names(b, one)) return "fuller";
  if (one.kind !== other.kind) return "different";
  const [short, long] = a.tokens.length <= b.tokens.length ? [a, b] : [b, a];
  const fuller = one.kind === "person" && short.proper ? fullerPerson(short, long) : fullerGroup(short, long);
  return fuller ? "fuller" : "different";
}

interface Name {
  /** Lower case, without accents, titles and articles. */
  readonly tokens: readonly string[];
  /** The tokens as one text. */
  readonly plain: string;
  /** The same tokens as they were written. */
  readonly written: readonly string[];
  readonly gender: "man" | "woman" | null;
  /** A name rather than a description: “Ruiz”, not “a spokesman”. */
  readonly proper: boolean;
}

/** Each speaker is compared with all others, but taken apart once. */
const parsed = new WeakMap<Speaker, Name>();

function nameOf(speaker: Speaker): Name {
  const known = parsed.get(speaker);
  if (known !== undefined) return known;
  const name = parse(speaker);
  parsed.set(speaker, name);
  return name;
}

function parse({ name, kind }: Speaker): Name {
  const written = name.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  const all = written.map((text) => ({ text, token: plain(text) }));
  const untitled = all.filter(
    ({ token }, at) =>
      !articles.has(token) && !(kind === "person" && titles.has(token) && at < all.length - 1),
  );
  const kept = untitled.length === 0 ? all : untitled;
  const tokens = kept.map(({ token }) => token);
  return {
    tokens,
    plain: tokens.join(" "),
    written: kept.map(({ text }) => text),
    gender: kind === "person" ? genderOfTitles(all.slice(0, -1).map(({ text }) => text.toLowerCase())) : null,
    proper: kept.some(({ text }) => capital.test(text)),
  };
}

const articles = new Set(["the", "a", "an"]);
const capital = /^\p{Lu}|^\p{Lo}/u;
const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

/** Small words inside a name: Ana de la Cruz. */
const particles = new Set(
  "de del della da di do dos du la le los las van von der den ter ten af av bin ibn al el y e zu".split(" "),
);

/** “Ruiz”, “A. Ruiz” and “Ana Ruiz” in “Ana Lucía Ruiz”; never “Ruiz” in “mother of Ana Ruiz”. */
function fullerPerson(short: Name, long: Name): boolean {
  const surname = short.tokens.at(-1) ?? "";
  if (surname.length < 2 || !long.tokens.includes(surname)) return false;
  let next = 0;
  return (
    long.tokens.every((token, at) => {
      const wanted = short.tokens[next];
      if (
        wanted !== undefined &&
        (wanted === token || initialOf(wanted, token) || initialOf(token, wanted))
      ) {
        next += 1;
        return true;
      }
      return particles.has(token) || capital.test(long.written[at] ?? "");
    }) && next === short.tokens.length
  );
}

const initialOf = (initial: string, token: string): boolean =>
  initial.length === 1 && token.startsWith(initial);

const legalForms = new Set(
  "inc ltd plc corp corporation company co llc llp gmbh ag sa nv bv limited incorporated party group".split(
    " ",
  ),
);
const followers = new Set(["of", "for", "in", "at"]);

/** “Office” in “Home Office”, “the ministry” in “Ministry of Justice”, “NHS” for “National Health Service”; never “Kent Police” in “Kent Police Federation”. */
function fullerGroup(short: Name, long: Name): boolean {
  if (isAcronym(short, long)) return true;
  const at = long.tokens.findIndex((_, start) =>
    short.tokens.every((token, index) => long.tokens[start + index] === token),
  );
  if (at === -1) return false;
  const rest = long.tokens.slice(at + short.tokens.length);
  const [first] = rest;
  return (first !== undefined && followers.has(first)) || rest.every((token) => legalForms.has(token));
}

function isAcronym(short: Name, long: Name): boolean {
  const acronym = short.written.length === 1 ? (short.written[0] ?? "") : "";
  if (acronym.length < 2 || acronym !== acronym.toUpperCase()) return false;
  const initials = long.written.filter((text) => capital.test(text)).map((text) => text.charAt(0));
  return initials.length > 1 && initials.join("") === acronym;
}

/** “The minister” turns out to be “Ana Ruiz, education minister”. */
function names(described: Name, named: Speaker): boolean {
  if (described.proper || named.role === null) return false;
  const role = (named.role.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(plain);
  let next = 0;
  for (const token of role) if (token === described.tokens[next]) next += 1;
  return described.tokens.length > 0 && next === described.tokens.length;
}
