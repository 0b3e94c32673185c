import type { Lexicon } from "./lexicon.ts";
import { makeMention, PHRASE_END, wordsOf } from "./mention-shape.ts";
import { type Capitals, classifyName, genderOfTitle, type NameSpan, readName } from "./names.ts";
import type { Mention, Token } from "./story.ts";

const ORGANIZATION_LINK = new Set(["of", "for", "and", "&", "de", "des", "du", "the", "in", "on"]);

/** Reads who is named at a token: “council leader Asha Verma”, “Dr. Mirza”, “the Federation of Port Clerks”; else null. */
export function readNamed(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  capitals: Capitals,
): Mention | null {
  const token = tokens[at];
  if (token?.kind !== "word" || !token.capital) return null;
  const span = readName(tokens, at, capitals);
  if (span === null) return null;
  let { name, last } = span;
  const beyond = roleThenName(tokens, last, capitals);
  if (beyond !== null) ({ name, last } = beyond);
  const role = [...leadingTitles(tokens, at)];
  // “Chief Executive Rhea Mann”: capitalised role words are a title where a name follows them.
  for (let word = name; word < last; word++) {
    if (tokens[word]?.word.roleNoun || tokens[word]?.word.title) {
      const next = tokens[word + 1]?.text === "." ? word + 2 : word + 1;
      if (tokens[next]?.kind === "word" && tokens[next]?.capital) name = next;
    }
  }
  let words = wordsOf(tokens, name, last);
  const titleText =
    name > at
      ? text.slice(token.start, tokens[name - 1]?.end ?? token.start).replace(/\.$/, (dot) => dot)
      : "";
  const title = [...role, titleText].filter((part) => part !== "").join(" ") || null;
  let { kind, gender } = classifyName(words, title, lexicon, capitals);
  // “PENCE: He will not.”
  if (kind === "organization" && words.length === 1 && token.initial && tokens[last + 1]?.text === ":")
    kind = "name";
  const lastWord = words.at(-1)?.toLowerCase() ?? "";
  if (title === null && words.length === 1 && lexicon.word(lastWord).roleNoun && !token.initial)
    kind = "role";
  if (
    title === null &&
    words.length === 1 &&
    (lexicon.word(lastWord).roleNoun || lexicon.word(lastWord).title) &&
    token.initial
  )
    return null;
  if (
    title === null &&
    words.length === 1 &&
    lexicon.word(lastWord).groupNoun &&
    !(tokens[last + 1]?.lower === "of" && tokens[last + 2]?.capital)
  )
    return makeMention(tokens, at, last, {
      kind: "group",
      text: words.join(" "),
      words: [lastWord],
      plural: true,
    });
  // The Federation of Port Clerks: link words go on an organization's name.
  if (
    kind === "organization" ||
    lexicon.word(lastWord).groupNoun ||
    /^(?:university|department|ministry|federation|office|bank|house|league|board|institute|council|court|bureau|society|association|college|centre|center|church|school|museum)$/.test(
      lastWord,
    )
  ) {
    while (ORGANIZATION_LINK.has(tokens[last + 1]?.lower ?? "") && !tokens[last]?.possessive) {
      let next = last + 2;
      if (tokens[next]?.lower === "the") next++;
      if (
        !tokens[next]?.capital ||
        (tokens[last + 1]?.lower === "and" && tokens[next + 1]?.capital && tokens[next]?.word.givenName)
      )
        break;
      const more = readName(tokens, next, capitals);
      if (more === null) break;
      last = more.last;
      kind = "organization";
    }
    words = wordsOf(tokens, name, last);
  }
  // Bruno “Whistler” Hartig is Bruno Hartig; the Friends of the Library keep their article.
  const from = kind === "organization" && tokens[at - 1]?.lower === "the" && words.length > 2 ? at - 1 : name;
  const parts = tokens.slice(from, last + 1);
  const phrase = parts.some((part) => part.kind === "stretch")
    ? words.join(" ")
    : text.slice(parts[0]?.start, (parts.at(-1)?.start ?? 0) + (parts.at(-1)?.text.length ?? 0));
  return makeMention(tokens, at, last, {
    kind,
    text: phrase.replace(/\s+/g, " "),
    words,
    title: kind === "organization" ? null : title,
    gender: gender ?? (title === null ? null : genderOfTitle(title, lexicon)),
  });
}

/** “White House press secretary Josh Earnest”, “Clinton campaign spokesman Brian Fallon”: all before is a title. */
function roleThenName(tokens: readonly Token[], last: number, capitals: Capitals): NameSpan | null {
  let noun = false;
  const sentence = tokens[last]?.sentence;
  for (let at = last + 1; at < last + 6; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || token.sentence !== sentence) return null;
    if (token.capital) {
      const found = at > last + 1 ? readName(tokens, at, capitals) : null;
      return found !== null && (noun || found.name > at) ? found : null;
    }
    if (
      PHRASE_END.has(token.lower) ||
      token.word.determiner ||
      token.word.auxiliary ||
      token.word.cue?.form === "finite"
    )
      return null;
    noun = token.word.roleNoun || token.word.title;
  }
  return null;
}

/** The small-letter role before a name: “council leader” Asha Verma, “umpire” Ubaid ul-Haq. */
function* leadingTitles(tokens: readonly Token[], at: number): Generator<string> {
  const before = tokens[at - 1];
  if (before?.kind !== "word" || before.capital || before.possessive) return;
  if (!before.word.roleNoun && !before.word.title) return;
  let first = at - 1;
  while (first > at - 6) {
    const token = tokens[first - 1];
    if (token?.kind !== "word" || token.sentence !== before.sentence || token.possessive) break;
    if (
      token.word.determiner ||
      PHRASE_END.has(token.lower) ||
      token.word.cue?.form === "finite" ||
      token.word.auxiliary
    )
      break;
    first--;
  }
  for (let token = first; token < at; token++) yield tokens[token]?.text ?? "";
}
