import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Gender } from "#attribution/words/word.ts";
import { genderOfTitle, type Introduction, inFull, introduce } from "./introduction.ts";

/** What a title before a name tells. */
export interface Title {
  readonly written: string;
  readonly words: readonly string[];
  readonly gender: Gender;
  /** The role nouns that it stands for besides itself. */
  readonly called: readonly string[];
  /** Its first word that is no mere honorific, and how many it has. */
  readonly first: string;
  readonly length: number;
  readonly within: Introduction | null;
  /** Where a sentence begins with it, whose capital then says nothing. */
  readonly opening: Introduction | null;
}

const HONORIFICS = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady mx m mme mlle herr frau sr sra don doña rev st".split(
    " ",
  ),
);

/** So many titles of a language stay known between stories: most names bear theirs again, here and in the next story. */
const MAX_KNOWN = 2_000;
const KNOWN = new WeakMap<Lexicon, Map<string, Title>>();

/** What the title tells that a story writes before a name. */
export function titleOf(written: string, lexicon: Lexicon): Title {
  const titles = KNOWN.get(lexicon) ?? new Map<string, Title>();
  const known = titles.get(written);
  if (known !== undefined) return known;
  if (titles.size >= MAX_KNOWN) titles.clear();
  // A copy: what is cut from a story, and kept, would keep the whole story.
  const title = readTitle(written.split("").join(""), lexicon);
  titles.set(title.written, title);
  KNOWN.set(lexicon, titles);
  return title;
}

function readTitle(written: string, lexicon: Lexicon): Title {
  return {
    written,
    words: written.split(" "),
    gender: genderOfTitle(written, lexicon),
    called: calledFor(written),
    ...readRole(written, lexicon),
  };
}

type Role = Pick<Title, "first" | "length" | "within" | "opening">;

const HONORIFIC: Role = { first: "", length: 0, within: null, opening: null };

function readRole(written: string, lexicon: Lexicon): Role {
  if (HONORIFICS.has(written.replace(".", "").toLowerCase())) return HONORIFIC;
  const words = written.split(/\s+/).filter((word) => !HONORIFICS.has(word.replace(/\.$/, "").toLowerCase()));
  const [first, second = ""] = words;
  if (first === undefined) return HONORIFIC;
  const lower = first.toLowerCase();
  const { roleNoun, organizationNoun, groupNoun, title } = lexicon.word(lower);
  // “Board chairman Dwight Bannock”: only the sentence wrote it large; “Mayor Moe” bears a title.
  const common = second === "" ? roleNoun && !title : /^\p{Ll}/u.test(second);
  const within = introduce(words.map(inFull).join(" "), lexicon);
  const small = common && (roleNoun || organizationNoun || groupNoun || title);
  const opening = small ? introduce([lower, ...words.slice(1)].map(inFull).join(" "), lexicon) : within;
  return { first, length: words.length, within, opening };
}

const POLICE = ["officer"];

/** What somebody with a title before their name may be called later: “PC Duckett … the officer”. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  pc: [...POLICE, "constable"],
  constable: POLICE,
  sgt: [...POLICE, "sergeant"],
  sergeant: POLICE,
  det: [...POLICE, "detective"],
  detective: POLICE,
  insp: [...POLICE, "inspector"],
  inspector: POLICE,
  supt: [...POLICE, "superintendent"],
  superintendent: POLICE,
  lt: ["lieutenant"],
  capt: ["captain"],
  dr: ["doctor"],
  rev: ["vicar", "priest", "minister"],
  prof: ["professor"],
  sen: ["senator"],
  rep: ["representative", "congressman", "congresswoman", "lawmaker"],
  cllr: ["councillor"],
  lord: ["peer"],
  lady: ["peer"],
  baroness: ["peer"],
};

/** The role nouns that a title stands for besides itself. */
function calledFor(title: string): readonly string[] {
  return title.split(/[\s.]+/).flatMap((word) => CALLED[word.toLowerCase()] ?? []);
}
