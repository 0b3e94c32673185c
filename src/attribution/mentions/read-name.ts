import { INITIALS, type Token } from "#attribution/tokens/token.ts";
import { type Capitals, writesLarge, writesSmall } from "./capitals.ts";
import type { MentionKind } from "./mention.ts";

/** The name that begins at a token, with the titles before it; null where none does. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  /** First word of the name proper. */
  readonly name: number;
}

/** “told the Courier Tuesday” */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** “Amy St. Clair”, “Hugo Ste. Marie”: a part of the name that follows, and no title. */
const SAINT = /^(?:st|ste|saint|sainte|san|santa)$/;

export const isSaint = ({ lower, capital }: Token): boolean => capital && SAINT.test(lower);

const COMPASS = /^(?:new|north|south|east|west)$/;

/** “the Slovenia-born model”, “a Leeds-based charity”: where somebody is from is not who they are. */
const ORIGIN = /-(?:born|based|led|backed|style|era|educated|raised|owned|run|area|trained|controlled)$/;

/** Whether a capital is one because of a name, and not because a sentence or a headline begins with it. */
function isNameWord(tokens: readonly Token[], at: number, capitals: Capitals): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word" || !token.capital) return false;
  if (token.word.nameNumber && writesLarge(capitals, token) && tokens[at + 1]?.capital) return true;
  // “North Carolina”, “New Hampshire”
  if (COMPASS.test(token.lower) && !token.initial && tokens[at + 1]?.capital) return true;
  if (token.word.notName || token.word.determiner || ORIGIN.test(token.lower)) return false;
  if (capitals.titles.has(token.paragraph)) return writesLarge(capitals, token) || token.word.title;
  if (!token.initial || token.form.camel) return true;
  if (token.word.givenName || writesLarge(capitals, token) || token.word.title) return true;
  if (writesSmall(capitals, token) && !tokens[at + 1]?.capital) return false;
  const next = tokens[at + 1];
  // “Building Inspector Rita Solano”
  const gerund = token.lower.endsWith("ing");
  if (gerund && next?.capital && (next.word.title || next.word.roleNoun)) return true;
  if (token.word.cue !== null || token.word.auxiliary || gerund || token.lower.endsWith("ly")) return false;
  // “Tidewell said”, “Olin, the engineer”: alone at a sentence's start, a name needs company.
  return next?.kind === "word"
    ? next.capital || next.word.cue !== null || next.word.auxiliary || next.word.particle || token.possessive
    : next?.kind === "passage" ||
        next?.text === ":" ||
        next?.text === "(" ||
        next?.kind === "break" ||
        token.text.startsWith("@") ||
        token.text.startsWith("#") ||
        next?.text === ".";
}

/**
 * Reads a name from a token on: “Asha Verma”, “Marguerite ‘Mags’ van der Berg”, “J. R. Holt Jr.”, “Yusra al-Masri”.
 */
export function readName(tokens: readonly Token[], from: number, capitals: Capitals): NameSpan | null {
  let at = from;
  let name: number | null = null;
  let last = from - 1;
  while (at < tokens.length && at < from + 12) {
    const token = tokens[at];
    if (token === undefined) break;
    const joined = at === from || token.paragraph === tokens[from]?.paragraph;
    if (!joined) break;
    if (
      token.kind === "word" &&
      token.capital &&
      (isNameWord(tokens, at, capitals) ||
        (last >= from && !capitals.titles.has(token.paragraph) && isMiddle(token)))
    ) {
      if (at > from && token.initial && tokens[at - 1]?.text !== ".") break;
      const title = token.word.title && name === null && !isSaint(token);
      if (!title) name ??= at;
      last = at;
      at++;
      // “Fenn’s lawyer”, “Sanders’ Quay” end the name; “the Bakers’ Guild” does not.
      const bare = token.end - token.start === token.text.length + 1;
      const guild = bare && tokens[from - 1]?.word.determiner && isCapital(tokens[at], token.paragraph);
      if (token.possessive && !guild && !ownsInstitution(tokens, at)) break;
      // “Dr. Mirza”, “J. R. Holt”: the dot belongs to the name.
      const dot = tokens[at];
      if (
        dot?.text === "." &&
        dot.start === token.end &&
        (title ||
          token.word.title ||
          token.text.length <= 2 ||
          isSaint(token) ||
          INITIALS.test(token.text) ||
          token.word.suffix) &&
        isCapital(tokens[at + 1], token.paragraph)
      )
        at++;
      continue;
    }
    if (name !== null && token.kind === "word" && token.word.particle) {
      let after = at + 1;
      while (tokens[after]?.kind === "word" && tokens[after]?.word.particle) after++;
      // „Kurs der EU-Erweiterung“, „Folter von Gefangenen“
      if (capitals.largeNouns && !hasGivenName(tokens, from, at)) break;
      // “Torben Kluge von der Opposition” is Torben Kluge.
      const member = !tokens[from]?.word.organizationNoun && tokens[after]?.word.organizationNoun;
      if (!member && isNameWord(tokens, after, capitals)) {
        last = after;
        at = after + 1;
        if (tokens[after]?.possessive) break;
        continue;
      }
    }
    if (
      name !== null &&
      token.kind === "passage" &&
      token.end - token.start < 24 &&
      (isNameWord(tokens, at + 1, capitals) || tokens[at + 1]?.word.particle) &&
      !tokens[at + 1]?.initial
    ) {
      at++;
      continue;
    }
    // “Harrow & Finch Ltd”
    if (name !== null && token.text === "&" && isCapital(tokens[at + 1], token.paragraph)) {
      at++;
      continue;
    }
    if (name !== null && token.text === "," && tokens[at + 1]?.word.suffix) {
      last = at + 1;
      break;
    }
    break;
  }
  if (last < from) return null;
  return { first: from, last, name: name ?? last };
}

function hasGivenName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.word.givenName || tokens[at]?.word.particle) return true;
  return false;
}

const OWNED =
  /^(?:hospital|college|school|church|academy|university|infirmary|cathedral|chapel|parish|abbey|hospice|club)$/;

/** “St Brigid’s Hospital”: at the token behind the possessor stands what bears its name. */
function ownsInstitution(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.capital === true && OWNED.test(tokens[at]?.lower ?? "");
}

function isCapital(token: Token | undefined, paragraph: number): boolean {
  return token?.kind === "word" && token.capital && token.paragraph === paragraph;
}

/** “Christian”, “May”, “New”: no name to begin with, but one to go on with. */
function isMiddle(token: Token): boolean {
  if (token.text.length === 1) return true;
  if (token.word.nameNumber) return !token.initial;
  return !token.word.determiner && token.word.pronoun === null && !WEEKDAY.test(token.lower);
}

/** “Grace Lutheran”, “Elizabeth Fry Society”: what was named after somebody, and is nobody. */
const INSTITUTION =
  /^(?:university|college|school|academy|hospital|foundation|society|institute|museum|elementary|lutheran|methodist|presbyterian|inc|ltd|rovers|wanderers|albion)$/;

/** A person or an organization, by the words a name is made of. */
export function classifyName(
  tokens: readonly Token[],
  first: number,
  last: number,
  capitals: Capitals,
): MentionKind {
  const end = tokens[last];
  if (tokens[first]?.word.givenName && !(last > first && INSTITUTION.test(end?.lower ?? ""))) return "name";
  if (first === last) {
    return end?.form.acronym || end?.word.organizationNoun ? "organization" : "name";
  }
  // “Norlake Water”, “Coastline Trains”: a name whose last word the story also writes small.
  if (end !== undefined && writesSmall(capitals, end)) return "organization";
  for (let at = first; at <= last; at++) if (tokens[at]?.word.organizationNoun) return "organization";
  return "name";
}
