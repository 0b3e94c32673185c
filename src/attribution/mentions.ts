import type { Lexicon } from "./lexicon.ts";
import {
  type Capitals,
  classifyName,
  gatherCapitals,
  genderOfTitle,
  type NameSpan,
  readName,
} from "./names.ts";
import type { Mention, Token } from "./story.ts";

const ORGANIZATION_LINK = new Set(["of", "for", "and", "&", "de", "des", "du", "the", "in", "on"]);
const PHRASE_END = new Set(
  "of for to in on at by with from as that who which whose where when while after before and or but than said about into over under against since until near".split(
    " ",
  ),
);

/**
 * Finds who is named outside the marks: names with their titles, organizations, role phrases (“a hospital
 * spokeswoman”) and pronouns, in the order of the text.
 */
export function findMentions(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Mention[] {
  const capitals = gatherCapitals(tokens);
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found =
      readPronoun(tokens, at, lexicon) ??
      readNamed(text, tokens, at, lexicon, capitals) ??
      readRole(text, tokens, at, lexicon, capitals);
    if (found === null) at++;
    else if (isParty(tokens, found)) at = found.last + 1;
    else {
      mentions.push(found);
      at = found.last + 1;
    }
  }
  return mentions;
}

/** “Moore (D-Wis.)”, “Holt (Lab)”: what a pair of parentheses holds alone is nobody. */
function isParty(tokens: readonly Token[], { first, last, kind }: Mention): boolean {
  const after = tokens[last + 1]?.text === "." ? tokens[last + 2] : tokens[last + 1];
  // “Conn, R-Ky., said”
  if (first === last && /^[DRI]-\p{Lu}/u.test(tokens[first]?.text ?? "")) return true;
  return kind !== "pronoun" && tokens[first - 1]?.text === "(" && after?.text === ")";
}

function make(
  tokens: readonly Token[],
  first: number,
  last: number,
  rest: Pick<Mention, "kind" | "text" | "words"> & Partial<Mention>,
): Mention {
  const start = tokens[first];
  const end = tokens[last];
  if (start === undefined || end === undefined) throw new RangeError("a mention lies outside the tokens");
  return {
    title: null,
    gender: null,
    plural: false,
    first,
    last,
    start: start.start,
    end: end.end,
    possessive: end.possessive,
    paragraph: end.paragraph,
    sentence: end.sentence,
    ...rest,
  };
}

function readPronoun(tokens: readonly Token[], at: number, lexicon: Lexicon): Mention | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const word =
    token.lower.includes("’") || token.lower.includes("'")
      ? token.lower.replace(/[’'](?:d|ll|ve|re)$/, "")
      : token.lower;
  if (word.length > 9) return null;
  const pronoun = lexicon.pronouns.get(word);
  if (pronoun === undefined || pronoun.object || pronoun.relative) return null;
  // “her complaint of “a kingdom of forms””
  if (
    pronoun.possessive &&
    !(lexicon.cueNouns.has(tokens[at + 1]?.lower ?? "") || lexicon.cueNouns.has(tokens[at + 2]?.lower ?? ""))
  )
    return null;
  if (lexicon.tag !== "en" && lexicon.determiners.has(word)) return null;
  return make(tokens, at, at, {
    kind: "pronoun",
    text: word,
    words: [word],
    gender: pronoun.gender,
    plural: pronoun.plural,
    possessive: pronoun.possessive,
  });
}

/** “council leader Asha Verma”, “Dr. Mirza”, “the Federation of Port Clerks”, “Tidewell” */
function readNamed(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  capitals: Capitals,
): Mention | null {
  const token = tokens[at];
  if (token?.kind !== "word" || !token.capital) return null;
  const span = readName(tokens, at, lexicon, capitals);
  if (span === null) return null;
  let { name, last } = span;
  const beyond = roleThenName(tokens, last, lexicon, capitals);
  if (beyond !== null) ({ name, last } = beyond);
  const role = [...leadingTitles(tokens, at, lexicon)];
  // “Chief Executive Rhea Mann”: capitalised role words are a title where a name follows them.
  for (let word = name; word < last; word++) {
    const lower = tokens[word]?.lower ?? "";
    if (lexicon.roleNouns.has(lower) || lexicon.titles.has(lower)) {
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
  if (title === null && words.length === 1 && lexicon.roleNouns.has(lastWord) && !token.initial)
    kind = "role";
  if (
    title === null &&
    words.length === 1 &&
    (lexicon.roleNouns.has(lastWord) || lexicon.titles.has(lastWord)) &&
    token.initial
  )
    return null;
  if (
    title === null &&
    words.length === 1 &&
    lexicon.groupNouns.has(lastWord) &&
    !(tokens[last + 1]?.lower === "of" && tokens[last + 2]?.capital)
  )
    return make(tokens, at, last, { kind: "group", text: words.join(" "), words: [lastWord], plural: true });
  // The Federation of Port Clerks: link words go on an organization's name.
  if (
    kind === "organization" ||
    lexicon.groupNouns.has(lastWord) ||
    /^(?:university|department|ministry|federation|office|bank|house|league|board|institute|council|court|bureau|society|association|college|centre|center|church|school|museum)$/.test(
      lastWord,
    )
  ) {
    while (ORGANIZATION_LINK.has(tokens[last + 1]?.lower ?? "") && !tokens[last]?.possessive) {
      let next = last + 2;
      if (tokens[next]?.lower === "the") next++;
      if (
        !tokens[next]?.capital ||
        (tokens[last + 1]?.lower === "and" &&
          tokens[next + 1]?.capital &&
          lexicon.givenNames.has(tokens[next]?.lower ?? ""))
      )
        break;
      const more = readName(tokens, next, lexicon, capitals);
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
  return make(tokens, at, last, {
    kind,
    text: phrase.replace(/\s+/g, " "),
    words,
    title: kind === "organization" ? null : title,
    gender: gender ?? (title === null ? null : genderOfTitle(title, lexicon)),
  });
}

/** “White House press secretary Josh Earnest”, “Clinton campaign spokesman Brian Fallon”: all before is a title. */
function roleThenName(
  tokens: readonly Token[],
  last: number,
  lexicon: Lexicon,
  capitals: Capitals,
): NameSpan | null {
  let noun = false;
  const sentence = tokens[last]?.sentence;
  for (let at = last + 1; at < last + 6; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || token.sentence !== sentence) return null;
    if (token.capital) {
      const found = at > last + 1 ? readName(tokens, at, lexicon, capitals) : null;
      return found !== null && (noun || found.name > at) ? found : null;
    }
    if (
      PHRASE_END.has(token.lower) ||
      lexicon.determiners.has(token.lower) ||
      lexicon.auxiliaries.has(token.lower) ||
      lexicon.cues.get(token.lower)?.form === "finite"
    )
      return null;
    noun = lexicon.roleNouns.has(token.lower) || lexicon.titles.has(token.lower);
  }
  return null;
}

/** The small-letter role before a name: “council leader” Asha Verma, “umpire” Ubaid ul-Haq. */
function* leadingTitles(tokens: readonly Token[], at: number, lexicon: Lexicon): Generator<string> {
  const before = tokens[at - 1];
  if (before?.kind !== "word" || before.capital || before.possessive) return;
  if (!lexicon.roleNouns.has(before.lower) && !lexicon.titles.has(before.lower)) return;
  let first = at - 1;
  while (first > at - 6) {
    const token = tokens[first - 1];
    if (token?.kind !== "word" || token.sentence !== before.sentence || token.possessive) break;
    if (
      lexicon.determiners.has(token.lower) ||
      PHRASE_END.has(token.lower) ||
      lexicon.cues.get(token.lower)?.form === "finite" ||
      lexicon.auxiliaries.has(token.lower)
    )
      break;
    first--;
  }
  for (let token = first; token < at; token++) yield tokens[token]?.text ?? "";
}

function wordsOf(tokens: readonly Token[], first: number, last: number): readonly string[] {
  return tokens
    .slice(first, last + 1)
    .filter(({ kind }) => kind === "word")
    .map(({ text }) => text);
}

/** Nouns that nobody listed, but that mean a person: “the drover”, “the 61-year-old”. */
const PERSONAL = /(?:er|or|ist|ian|man|woman|ant|ent|ee|old|one|in|e)$/;

/** “a hospital spokeswoman”, “the minister”, “his sister”, “some residents”, “sources” */
function readRole(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  capitals: Capitals,
): Mention | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const determined = lexicon.determiners.has(token.lower);
  const owned = tokens[at - 1]?.possessive === true && tokens[at - 1]?.sentence === token.sentence;
  if (!determined && !owned && !opensPhrase(tokens, at)) return null;
  let head = -1;
  let end = at;
  for (
    let next = determined ? at + 1 : at;
    next < tokens.length && next < at + (determined ? 9 : 5);
    next++
  ) {
    const word = tokens[next];
    if (
      word === undefined ||
      (word.kind !== "word" && word.kind !== "number") ||
      word.sentence !== token.sentence
    )
      break;
    if (PHRASE_END.has(word.lower) || lexicon.pronouns.has(word.lower) || lexicon.auxiliaries.has(word.lower))
      break;
    if (next > at && lexicon.cues.get(word.lower)?.form === "finite" && !/ed$/.test(word.lower)) break;
    if (next > at && head >= 0 && lexicon.cues.get(word.lower)?.form === "finite") break;
    if (next > at + (determined ? 1 : 0) && lexicon.determiners.has(word.lower)) break;
    if (word.capital && next > at) {
      const name = readName(tokens, next, lexicon, capitals);
      const after = name === null ? undefined : tokens[name.last + 1];
      // “the groundsman Graham Pettifer”: the name takes over; “a Tidewell engineer” goes on.
      if (name !== null && head >= 0 && head < next) return head === next - 1 ? null : phrase();
      if (
        name !== null &&
        !tokens[name.last]?.possessive &&
        (after?.kind !== "word" || PHRASE_END.has(after.lower)) &&
        !lexicon.organizationNouns.has(tokens[name.last]?.lower ?? "") &&
        !lexicon.roleNouns.has(tokens[name.last]?.lower ?? "")
      )
        return null;
    }
    if (
      lexicon.roleNouns.has(word.lower) ||
      lexicon.groupNouns.has(word.lower) ||
      lexicon.organizationNouns.has(word.lower)
    )
      head = next;
    end = next;
    if (word.possessive) {
      head = -1;
    }
  }
  return phrase();

  function phrase(): Mention | null {
    const noun = tokens[head];
    if (head < 0 || noun === undefined) {
      if (!determined) return null;
      const verb = tokens[end + 1];
      const cue = lexicon.cues.get(verb?.lower ?? "");
      // “the benches opposite said”: any phrase may speak where a reporting verb follows it at once.
      if (end === at || cue?.form !== "finite" || cue.strength !== "speech" || tokens[end]?.possessive)
        return null;
      const last = tokens[end];
      if (last === undefined || last.kind !== "word") return null;
      const plural = /[^s]s$/.test(last.lower);
      return make(tokens, at, end, {
        kind: PERSONAL.test(last.lower) ? "role" : plural ? "group" : "organization",
        text: text.slice(token?.start, last.end),
        words: [last.lower],
        plural,
      });
    }
    const lower = noun.lower;
    const group = lexicon.groupNouns.has(lower);
    const organization = !group && !lexicon.roleNouns.has(lower);
    // “a spokesman for Black Rock Paddle”, “a delegate from Leeds”
    let last = head;
    const link = tokens[head + 1];
    if (
      !noun.possessive &&
      link !== undefined &&
      /^(?:for|of|from|at|with|in)$/.test(link.lower) &&
      link.sentence === noun.sentence
    ) {
      let next = head + 2;
      if (lexicon.determiners.has(tokens[next]?.lower ?? "")) next++;
      const name = tokens[next]?.capital ? readName(tokens, next, lexicon, capitals) : null;
      const plain = tokens[next];
      if (name !== null && !tokens[name.last]?.possessive) last = name.last;
      else if (
        plain?.kind === "word" &&
        !plain.capital &&
        !lexicon.pronouns.has(plain.lower) &&
        !plain.possessive &&
        lexicon.tag === "en"
      ) {
        const tail = tokens[next + 1];
        if (
          tail === undefined ||
          tail.kind !== "word" ||
          lexicon.cues.has(tail.lower) ||
          PHRASE_END.has(tail.lower)
        )
          last = next;
      }
    }
    const gender = lexicon.roleNouns.get(lower) ?? null;
    const finish = tokens[last];
    return make(tokens, at, last, {
      kind: group ? "group" : organization ? "organization" : "role",
      text: text
        .slice(
          owned ? tokens[at - 1]?.start : token?.start,
          (finish?.start ?? 0) + (finish?.text.length ?? 0),
        )
        .replace(/\s+/g, " "),
      words: organization && noun.capital ? wordsOf(tokens, determined ? at + 1 : at, last) : [lower],
      gender,
      plural: group,
      possessive: finish?.possessive ?? false,
    });
  }
}

/** A phrase without a determiner begins a clause (“Sources said”) or follows its verb (“said residents”). */
function opensPhrase(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.kind === "break" ||
    before.kind === "stretch" ||
    before.kind === "mark" ||
    /^(?:said|says|that|and|but|as|told|to|by)$/.test(before.lower)
  );
}
