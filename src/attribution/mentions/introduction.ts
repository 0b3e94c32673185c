import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Gender } from "#attribution/words/word.ts";

/** What a name's introduction tells of its bearer. */
export interface Introduction {
  /** As a caption would print it; null where only the head noun is known. */
  readonly role: string | null;
  readonly heads: readonly string[];
  readonly gender: Gender;
}

/**
 * Reads a role phrase: “the chief executive of the dam board”; null where it has no noun that is a role.
 *
 * @param trade a head noun that the lexicon does not have, taken for a role from where it stands: “a retired bandsawyer”
 */
export function introduce(
  phrase: string,
  lexicon: Lexicon,
  trade: string | null = null,
): Introduction | null {
  const head = phrase.split(/\s(?:of|for|at|in|to|on|with|from|who|which|and)\s|,/)[0] ?? "";
  const heads = head
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word === trade || lexicon.word(word).roleNoun || lexicon.word(word).title);
  if (heads.length === 0) return null;
  return { role: captionOf(phrase), heads, gender: genderOfTitle(head, lexicon) };
}

/** “Mrs”, “council leader”, “her husband” */
export function genderOfTitle(title: string, lexicon: Lexicon): Gender {
  for (const word of title
    .toLowerCase()
    .split(/[\s.,]+/)
    .reverse()) {
    const { titleGender, roleGender } = lexicon.word(word);
    const gender = titleGender ?? roleGender;
    if (gender) return gender;
  }
  return null;
}

const ARTICLE = /^(?:(?:the|an?|le|la|les|une?|der|die|das|eine?|el|las?|los|una?)\s+|l[’'])/i;
const OWNER = /^(?:his|her|their|its|my|our)\s+/i;
export const KIN =
  /\b(?:wife|husband|widow|widower|partner|father|mother|dad|mum|mom|son|daughter|brother|sister|twin|uncle|aunt|nephew|niece|cousin|grand\p{L}+|friend|boyfriend|girlfriend|fianc\p{L}+)$/iu;
/** “the company’s chief executive”, “the town’s mayor”: the story has said which. */
const KNOWN_OWNER =
  /^(?:company|firm|group|trust|charity|club|team|side|school|band|agency|body|organi[sz]ation|paper|newspaper|country|nation|town|city|village|state|county|region|island)$/;
const TERM =
  /\s+(?:for (?:\p{L}+ ){0,3}(?:years|months|weeks|decades|seasons)|for (?:\p{L}+ )?\d.*|since \d{4}.*)$/u;

/**
 * A role phrase as a caption prints it; null where it says no more than whose somebody is.
 *
 * the chief executive of the dam board   chief executive of the dam board
 * the council’s leader                   council leader
 * the company’s founder, its founder     founder
 * a nurse on the ward for 26 years       nurse on the ward
 * his wife, brother                      null
 * CHIEF ENGINEER                         chief engineer
 */
export function captionOf(phrase: string): string | null {
  const plain = phrase.replace(/\s+/g, " ").trim().replace(TERM, "");
  if (plain.length > 4 && plain === plain.toUpperCase()) return captionOf(plain.toLowerCase());
  if (OWNER.test(plain)) return KIN.test(plain) ? null : plain.replace(OWNER, "");
  const bare = plain.replace(ARTICLE, "");
  if (!bare.includes(" ") && KIN.test(bare)) return null;
  const [, owner, role] = /^(\p{Ll}[\p{L}-]*)[’']s (.+)$/u.exec(bare) ?? [];
  if (owner === undefined || role === undefined || KIN.test(role)) return bare;
  return KNOWN_OWNER.test(owner) ? role : `${owner} ${role}`;
}

const SHORT: Readonly<Record<string, string>> = {
  gov: "Governor",
  sen: "Senator",
  rep: "Representative",
  sgt: "Sergeant",
  det: "Detective",
  insp: "Inspector",
  supt: "Superintendent",
  capt: "Captain",
  lt: "Lieutenant",
  col: "Colonel",
  gen: "General",
  cmdr: "Commander",
  cllr: "Councillor",
};

/** “Gov.” before a name is “Governor” under a picture. */
export function inFull(title: string): string {
  return SHORT[title.replace(/\.$/, "").toLowerCase()] ?? title;
}
