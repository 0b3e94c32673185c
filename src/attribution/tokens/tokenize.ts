import type { Passage } from "#attribution/marks/passage.ts";
import { isPlain, isSmall } from "#attribution/words/characters.ts";
import type { Form } from "#attribution/words/forms.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { isSpace, type Span } from "#text/spans.ts";
import { findInnerCue } from "./inner-cue.ts";
import { INITIALS, Token } from "./token.ts";

const PATTERN = /[@#]?[\p{L}\p{N}\p{M}_]+(?:[’'.&\u00ad-][\p{L}\p{N}\p{M}_]+)*|--|[^\s\p{L}\p{N}\p{M}]/uy;
const JOINED = /^(?:[@#_][\p{L}\p{N}_]|--)/u;
const ABBREVIATIONS = new Set(
  "dr mr mrs ms prof rev sen rep gov gen col capt lt sgt det insp supt maj cpl adm cmdr brig pfc ens hon st ste jr sr vs inc ltd co corp dept fr jan feb mar apr aug sept oct nov dec etc ala ariz calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont nev okla ore pa tenn tex va wash wis".split(
    " ",
  ),
);

const [COMMA, SEMICOLON, CLOSING] = [0x2c, 0x3b, 0x29];

/** What follows begins a clause, and may be written large for that alone. */
const CLAUSE_OPENS = new Set([":", "•", "—", "--"]);

/**
 * Words and punctuation outside the marks, in order; a whole passage is one token, so that no name inside it can
 * be taken for a speaker; reporting words set inside the marks follow it as if they stood outside. The end of a
 * paragraph is a token too.
 */
export function tokenize(
  text: string,
  paragraphs: readonly Span[],
  passages: readonly Passage[],
  lexicon: Lexicon,
): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let initial = true;
  let at = 0;
  const { forms } = lexicon;
  forms.startStory();
  const nothing = forms.read("", 0, 0);
  const push = (
    kind: Token["kind"],
    start: number,
    end: number,
    paragraph: number,
    form: Form,
    passage: Passage | null = null,
  ) => {
    tokens.push(new Token(kind, start, end, form, paragraph, sentence, initial, passage));
    initial = false;
  };
  const read = (from: number, to: number, paragraph: number) => {
    let end = from;
    for (let start = nextStart(text, from, to); start < to; start = nextStart(text, end, to)) {
      const plain = forms.readPlain(text, start, to);
      end = plain === null ? Math.min(wordEnd(text, start), to) : start + plain.text.length;
      const form = plain ?? forms.read(text, start, end);
      const { kind, text: character, clitic } = form;
      if (kind === "mark" && (character === "’" || character === "'") && (tokens.at(-1)?.end ?? -1) === start)
        continue;
      if (clitic !== null) {
        const [first, second] = [start + clitic[0], start + clitic[1]];
        push("word", start, first, paragraph, forms.read(text, start, first));
        push("word", second, end, paragraph, forms.read(text, second, end));
        continue;
      }
      push(kind, start, end, paragraph, form);
      if (kind !== "mark") continue;
      if (endsSentence(text, tokens, character)) {
        sentence++;
        initial = true;
      } else if (CLAUSE_OPENS.has(character)) initial = true;
    }
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    sentence++;
    initial = true;
    let from = paragraph.start;
    while (from < paragraph.end) {
      let next = passages[at];
      while (next !== undefined && next.outer.end <= from) next = passages[++at];
      const to = Math.min(next?.outer.start ?? paragraph.end, paragraph.end);
      read(from, to, index);
      if (next === undefined || to >= paragraph.end) break;
      push("passage", next.outer.start, next.outer.end, index, nothing, next);
      const innerCue = findInnerCue(text, next, lexicon);
      if (innerCue !== null) read(innerCue.start, innerCue.end, index);
      from = Math.max(next.outer.end, to + 1);
      if (breaksAfter(text, next, paragraph.end, lexicon)) {
        sentence++;
        initial = true;
      }
    }
    push("break", paragraph.end, paragraph.end, index, nothing);
  }
  return tokens;
}

function nextStart(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the word or mark that starts here ends; plain letters need no regular expression. */
function wordEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isPlain(unit)) continue;
    // “don’t”, “well-known”, “3.5”, “AT&T”
    const joint = unit === 0x2019 || unit === 39 || unit === 46 || unit === 38 || unit === 45;
    if (joint && at > start && isPlain(text.charCodeAt(at + 1))) continue;
    if (unit > 127 && unit !== 0x2019 && unit !== 0x201c && unit !== 0x201d && unit !== 0xa0) break;
    if (at > start && (!joint || text.charCodeAt(at + 1) < 128)) return at;
    break;
  }
  // “desk@harbour.example”: what follows a letter is no handle.
  const joined = startsJoined(text, at) && !(text.charAt(at) === "@" && isPlain(text.charCodeAt(at - 1)));
  if (at === start && text.charCodeAt(at) < 128 && !joined) return at + 1;
  PATTERN.lastIndex = start;
  return PATTERN.test(text) ? PATTERN.lastIndex : start + 1;
}

/** “@dockhand_dee”, “#harbour”, “--” */
function startsJoined(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const joins = unit === 0x40 || unit === 0x23 || unit === 0x5f || unit === 0x2d;
  return joins && JOINED.test(text.slice(at, at + 2));
}

/** A full stop ends a sentence unless it ends “Dr.”, an initial, or stands before a small letter. */
function endsSentence(text: string, tokens: readonly Token[], mark: string): boolean {
  const token = tokens.at(-1);
  if (token === undefined) return false;
  if (mark === "?" || mark === "!" || mark === "…" || mark === ";") return mark !== ";";
  if (mark !== ".") return false;
  const before = tokens.at(-2);
  if (before?.kind === "word" && before.end === token.start) {
    if (ABBREVIATIONS.has(before.lower)) return false;
    // “J. Holt”, “J.J. Holt”
    if (!isSmall(before.text.charCodeAt(1)) && INITIALS.test(before.text)) return false;
    // “the No. 2 at the bank”
    if (before.lower === "no" && /^ ?\d/.test(text.slice(token.end, token.end + 2))) return false;
  }
  const next = nextStart(text, token.end, Math.min(token.end + 4, text.length));
  return !goesOnAt(text, next);
}

/** A small letter or a mark that no sentence begins with. */
function goesOnAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > 127) return /\p{Ll}/u.test(text.charAt(at));
  return isSmall(unit) || unit === COMMA || unit === SEMICOLON || unit === CLOSING;
}

const AHEAD = /[^\s“”"‘«„.?!;:]+|[“"‘«„.?!;:]/gu;

/** “We go home now.” ends its sentence; “Is it?” Olin asked. and “It is,” said Olin. do not. */
function breaksAfter(text: string, passage: Passage, limit: number, lexicon: Lexicon): boolean {
  const last = text.charAt(passage.end - 1);
  if (!".?!…".includes(last)) return false;
  const next = nextStart(text, passage.outer.end, limit);
  const first = text.charAt(next);
  if (next < limit && /[\p{Ll},;—–-]/u.test(first)) return false;
  const rest = text.slice(next, Math.min(limit, passage.outer.end + 90));
  if (last === "." && /\p{Lu}/u.test(first) && lexicon.tag === "en")
    return !/^(?:\p{L}+ )?said\b/u.test(rest);
  let position = 0;
  let speaking = false;
  for (const [word] of rest.matchAll(AHEAD)) {
    if (/^[“"‘«„.?!;:]/.test(word) || ++position > 5) return true;
    const { cue, pronoun } = lexicon.word(word.toLowerCase().replace(/,$/, ""));
    // “Is it?” I ask.
    const finite = cue?.form === "finite" || (cue?.form === "infinitive" && speaking);
    if (finite && cue?.strength === "speech") return false;
    speaking = pronoun?.first === true || pronoun?.plural === true;
  }
  return true;
}
