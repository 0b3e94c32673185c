import type { Span } from "#text/spans.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Stretch, Token, TokenKind } from "./story.ts";

const PATTERN = /[@#]?[\p{L}\p{N}\p{M}_]+(?:[’'.&\u00ad-][\p{L}\p{N}\p{M}_]+)*|--|[^\s\p{L}\p{N}\p{M}]/gu;
const POSSESSIVE = /(?:[’']s|(?<=[sz])[’'])$/iu;
const ABBREVIATIONS = new Set(
  "dr mr mrs ms prof rev sen rep gov gen col capt lt sgt det insp supt maj cpl adm cmdr hon st jr sr vs inc ltd co corp dept fr jan feb mar apr aug sept oct nov dec etc ala ariz calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont nev okla ore pa tenn tex va wash wis".split(
    " ",
  ),
);

/**
 * Words and punctuation outside the marks, in order; a whole stretch is one token, so that no name inside it can
 * be taken for a speaker, and the end of a paragraph is one too.
 */
export function tokenize(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly Stretch[],
  lexicon: Lexicon,
): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let initial = true;
  let at = 0;
  const push = (kind: TokenKind, start: number, end: number, paragraph: number, stretch = -1) => {
    const written = kind === "stretch" || kind === "break" ? "" : text.slice(start, end);
    const possessive = kind === "word" && POSSESSIVE.test(written);
    const bare = possessive ? written.replace(POSSESSIVE, "") : written;
    const first = bare.charAt(0);
    const lower = bare.toLowerCase();
    tokens.push({
      kind,
      start,
      end,
      text: bare,
      lower,
      possessive,
      paragraph,
      sentence,
      initial,
      stretch,
      capital:
        kind === "word" && (first !== first.toLowerCase() || /^[@#]|^(?:al|ul|el|ad|as)-\p{Lu}/u.test(bare)),
    });
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    sentence++;
    initial = true;
    let from = paragraph.start;
    while (from < paragraph.end) {
      while (at < stretches.length && (stretches[at]?.outer.end ?? 0) <= from) at++;
      const next = stretches[at];
      const to = Math.min(next?.outer.start ?? paragraph.end, paragraph.end);
      PATTERN.lastIndex = from;
      for (let match = PATTERN.exec(text); match !== null && match.index < to; match = PATTERN.exec(text)) {
        const start = match.index;
        const end = Math.min(start + match[0].length, to);
        const letter = /^[@#]?[\p{L}_]/u.test(match[0]);
        const kind = letter ? "word" : /^\d/.test(match[0]) ? "number" : "mark";
        const character = text.charAt(start);
        if (
          kind === "mark" &&
          (character === "’" || character === "'") &&
          (tokens.at(-1)?.end ?? -1) === start
        )
          continue;
        push(kind, start, end, index);
        initial = false;
        if (kind === "mark" && endsSentence(text, tokens, character, to === paragraph.end)) {
          sentence++;
          initial = true;
        } else if (character === ":" || character === "•" || character === "—") initial = true;
        if (end === to) break;
      }
      if (next === undefined || to >= paragraph.end) break;
      push("stretch", next.outer.start, next.outer.end, index, at);
      initial = false;
      from = Math.max(next.outer.end, from + 1);
      if (breaksAfter(text, next, paragraph.end, lexicon)) {
        sentence++;
        initial = true;
      }
    }
    push("break", paragraph.end, paragraph.end, index);
  }
  return tokens;
}

/** A full stop ends a sentence unless it ends “Dr.”, an initial, or stands before a small letter. */
function endsSentence(text: string, tokens: readonly Token[], mark: string, _last: boolean): boolean {
  const token = tokens.at(-1);
  if (token === undefined) return false;
  if (mark === "?" || mark === "!" || mark === "…" || mark === ";") return mark !== ";";
  if (mark !== ".") return false;
  const before = tokens.at(-2);
  if (before?.kind === "word" && before.end === token.start) {
    if (ABBREVIATIONS.has(before.lower)) return false;
    if (before.text.length === 1 && before.capital) return false;
  }
  return !/^\s*[\p{Ll},;]/u.test(text.slice(token.end, token.end + 4));
}

const AHEAD = /[^\s“”"‘«„.?!;:]+|[“"‘«„.?!;:]/gu;

/** “We go home now.” ends its sentence; “Is it?” Olin asked. and “It is,” said Olin. do not. */
function breaksAfter(text: string, stretch: Stretch, limit: number, lexicon: Lexicon): boolean {
  const last = text.charAt(stretch.end - 1);
  if (!/[.?!…]/.test(last)) return false;
  const rest = text.slice(stretch.outer.end, Math.min(limit, stretch.outer.end + 90));
  if (/^\s*[\p{Ll},;—–-]/u.test(rest)) return false;
  if (last === "." && /^\s*\p{Lu}/u.test(rest) && lexicon.tag === "en")
    return !/^\s*(?:\p{L}+ )?said\b/u.test(rest);
  let position = 0;
  for (const [word] of rest.matchAll(AHEAD)) {
    if (/^[“"‘«„.?!;:]/.test(word) || ++position > 5) return true;
    const cue = lexicon.cues.get(word.toLowerCase().replace(/,$/, ""));
    if (cue?.form === "finite" && cue.strength === "speech") return false;
  }
  return true;
}
