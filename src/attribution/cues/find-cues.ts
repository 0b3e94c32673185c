import type { Cue, Mention } from "#attribution/parts.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
import type { Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { CueForm } from "#attribution/words/word.ts";
import { clauseSubject, phraseSubject, possessorOf, relativeSubject, subjectToCome } from "./subjects.ts";

const ADVERB =
  /ly$|^(?:also|later|then|once|never|often|always|again|still|even|just|only|now|soon|too|previously|further|so|not|has|had|have|have|who|which|himself|herself|aussi|ensuite|auch|también|luego)$/;

/** Which mention each token belongs to; -1 for none. */
export function mentionsByToken(tokens: readonly Token[], mentions: readonly Mention[]): Int32Array {
  const owner = new Int32Array(tokens.length).fill(-1);
  for (let index = 0; index < mentions.length; index++) {
    const { first, last } = mentions[index] as Mention;
    for (let token = first; token <= last; token++) owner[token] = index;
  }
  return owner;
}

/**
 * Finds the reporting words outside the marks and, where grammar shows it, who stands as their subject:
 * “Varga said”, “said Varga”, “Varga, 61, who runs the shop, said”, “she said and added”, “was told by Varga”,
 * “according to Varga”.
 */
export function findCues(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  owner: Int32Array,
  lexicon: Lexicon,
): readonly Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "word") continue;
    const phrase = token.word.cuePhrases.length > 0 ? phraseAt(tokens, at) : undefined;
    if (phrase !== undefined) {
      const subject = owner[at + phrase.length] ?? -1;
      cues.push({
        token: at,
        verb: phrase.join(" "),
        form: "phrase",
        strength: "speech",
        subject,
        inverted: true,
      });
      continue;
    }
    if (token.word.tag && followsPassage(tokens, at) && (owner[at + 1] ?? -1) >= 0) {
      cues.push({
        token: at,
        verb: token.lower,
        form: "finite",
        strength: "speech",
        subject: owner[at + 1] ?? -1,
        inverted: true,
      });
      continue;
    }
    const possessor = token.word.cueNoun ? possessorOf(tokens, mentions, owner, at) : -1;
    if (possessor >= 0) {
      cues.push({
        token: at,
        verb: token.lower,
        form: "finite",
        strength: "act",
        subject: possessor,
        inverted: false,
      });
      continue;
    }
    const form = token.word.cue;
    if (form === null || (owner[at] ?? -1) >= 0 || (form.form === "infinitive" && !isInfinitive(tokens, at)))
      continue;
    // “the claimed sum”; but “some claimed” that
    if (tokens[at - 1]?.word.determiner && (owner[at - 1] ?? -1) < 0 && lexicon.tag === "en") continue;
    cues.push(readCue(tokens, mentions, owner, lexicon, cues, at, form));
  }
  return cues;
}

/** “according to”, word by word. */
function phraseAt(tokens: readonly Token[], at: number): readonly string[] | undefined {
  return tokens[at]?.word.cuePhrases.find((words) =>
    words.every((word, index) => tokens[at + index]?.lower === word),
  );
}

/** „Nein“, so Kluge: nothing but a comma stands between. */
function followsPassage(tokens: readonly Token[], at: number): boolean {
  return tokens[tokens[at - 1]?.text === "," ? at - 2 : at - 1]?.kind === "passage";
}

/** “to say”, “they say”; “the call” and “a note” are nouns. */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    (before?.kind === "word" &&
      /^(?:to|i|we|they|you|would|will|could|can|should|may|might|must|did|does|do|who|n’t|didn’t|doesn’t|don’t)$/.test(
        before.lower,
      )) ||
    /s$/.test(before?.lower ?? "")
  );
}

function readCue(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  owner: Int32Array,
  lexicon: Lexicon,
  earlier: readonly Cue[],
  at: number,
  form: CueForm,
): Cue {
  const token = tokens[at] as Token;
  const cue = (subject: number, inverted: boolean): Cue => ({
    token: at,
    verb: form.verb,
    form: form.form,
    strength: form.strength,
    subject,
    inverted,
  });
  const same = (index: number) =>
    tokens[index]?.sentence === token.sentence && tokens[index]?.paragraph === token.paragraph;
  if (isPassive(tokens, at)) {
    for (let next = at + 1; next < at + 6 && same(next); next++)
      if (/^(?:by|von|par|por)$/.test(tokens[next]?.lower ?? "")) return cue(owner[next + 1] ?? -1, true);
    return cue(-1, false);
  }
  let back = beforeParenthesis(tokens, at - 1);
  while (
    same(back) &&
    tokens[back]?.kind === "word" &&
    (owner[back] ?? -1) < 0 &&
    (tokens[back]?.word.auxiliary || ADVERB.test(tokens[back]?.lower ?? ""))
  ) {
    if (/^(?:who|which|qui)$/.test(tokens[back]?.lower ?? ""))
      return cue(relativeSubject(tokens, owner, back), false);
    back--;
  }
  const direct = same(back) ? (owner[back] ?? -1) : -1;
  if (direct >= 0 && !mentions[direct]?.possessive && form.form !== "participle") {
    const mention = mentions[direct];
    if (mention?.oblique) {
      const whole = phraseSubject(tokens, mentions, owner, mention);
      if (whole >= 0) return cue(whole, false);
    } else return cue(direct, false);
  }
  // “said Varga”: what follows the reporting word is its subject where the words stand before it.
  const before = tokens[back];
  const opens =
    before === undefined ||
    before.kind === "passage" ||
    before.kind === "break" ||
    (before.kind === "mark" && (tokens[back - 1]?.kind === "passage" || lexicon.tag !== "en")) ||
    !same(back) ||
    lexicon.tag !== "en";
  if (opens && form.form === "finite" && form.verb !== "tell") {
    for (let next = at + 1; next <= at + 4 && same(next); next++) {
      const subject = owner[next] ?? -1;
      // “said Fenn’s lawyer”
      if (subject >= 0 && mentions[subject]?.possessive) continue;
      if (subject >= 0) {
        if (mentions[subject]?.oblique) break;
        return cue(subject, true);
      }
      if (
        tokens[next]?.kind !== "word" ||
        (!tokens[next]?.word.auxiliary &&
          !ADVERB.test(tokens[next]?.lower ?? "") &&
          !tokens[next]?.word.title &&
          !tokens[next]?.word.determiner)
      )
        break;
    }
  }
  // “told the session and added”, “said the vote was lost, adding”
  const previous = earlier.at(-1);
  const linked = previous !== undefined && same(previous.token) && previous.subject >= 0;
  if (
    linked &&
    (form.form === "participle" || /^(?:and|but|et|und|y)$/.test(before?.lower ?? "") || before?.text === ",")
  )
    return cue(previous.subject, false);
  if (form.form === "participle" && (token.initial || /^[—–-]/.test(before?.text ?? "")))
    return cue(subjectToCome(tokens, owner, at), false);
  return cue(clauseSubject(tokens, mentions, owner, at), false);
}

/** “Moore (D-Wis.) said”: what stands in parentheses is not in the way. */
function beforeParenthesis(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ")") return at;
  for (let back = at - 1; back > at - 10; back--) if (tokens[back]?.text === "(") return back - 1;
  return at;
}

function isPassive(tokens: readonly Token[], at: number): boolean {
  const [before, second] = [itemAt(tokens, at - 1), itemAt(tokens, at - 2)];
  const been =
    before?.word.passive ||
    (second?.word.passive && /ly$|^(?:also|not|later|once)$/.test(before?.lower ?? ""));
  return been === true && /(?:ed|told|said|written|known|seen|quoted)$/.test(tokens[at]?.lower ?? "");
}
