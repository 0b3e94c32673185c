import type { Title } from "#attribution/parts.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { inFull } from "./caption.ts";
import { introduce } from "./introduction.ts";
import { calledFor } from "./ranks.ts";
import { genderOfTitle } from "./read-name.ts";

const HONORIFICS = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady mx m mme mlle herr frau sr sra don doña rev st".split(
    " ",
  ),
);

/** So many titles may stay known between stories: most names bear theirs again, here and in the next story. */
const KEPT = 2_000;

/** What the title tells that a story writes before a name. */
export function titleOf(written: string, lexicon: Lexicon): Title {
  const { titles } = lexicon;
  const known = titles.get(written);
  if (known !== undefined) return known;
  if (titles.size >= KEPT) titles.clear();
  // A copy: what is cut from a story, and kept, would keep the whole story.
  const title = readTitle(written.split("").join(""), lexicon);
  titles.set(title.written, title);
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
