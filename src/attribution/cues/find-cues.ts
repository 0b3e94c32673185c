import type { Mention } from "#attribution/mentions/mention.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { CueForm } from "#attribution/words/word.ts";
import type { Cue, MentionAt } from "./cue.ts";
import { invertedSubject, subjectBehind } from "./inversion.ts";
import { clauseSubject, phraseSubject, possessorOf, relativeSubject, subjectToCome } from "./subjects.ts";

/** A story as cues are read from it, and the cues found so far. */
interface CueSearch {
  readonly tokens: readonly Token[];
  readonly mentionAt: MentionAt;
  readonly lexicon: Lexicon;
  readonly found: readonly Cue[];
}

const ADVERB =
  /ly$|^(?:also|later|then|once|never|often|always|again|still|even|just|only|now|soon|too|previously|further|so|not|has|had|have|have|who|which|himself|herself|aussi|ensuite|auch|también|luego)$/;

/** Which mention each token belongs to. */
export function mentionsByToken(tokens: readonly Token[], mentions: readonly Mention[]): MentionAt {
  const mentionAt = new Array<Mention | undefined>(tokens.length).fill(undefined);
  for (const mention of mentions)
    for (let token = mention.first; token <= mention.last; token++) mentionAt[token] = mention;
  return mentionAt;
}

/**
 * Finds the reporting words outside the marks and, where grammar shows it, who stands as their subject:
 * “Varga said”, “said Varga”, “Varga, 61, who runs the shop, said”, “she said and added”, “was told by Varga”,
 * “according to Varga”.
 */
export function findCues(tokens: readonly Token[], mentionAt: MentionAt, lexicon: Lexicon): readonly Cue[] {
  const found: Cue[] = [];
  const search: CueSearch = { tokens, mentionAt, lexicon, found };
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== "word") continue;
    const cue = readPhrase(search, at) ?? readTag(search, at) ?? readNoun(search, at) ?? readVerb(search, at);
    if (cue !== null) found.push(cue);
  }
  return found;
}

/** “according to Varga” */
function readPhrase({ tokens, mentionAt, found }: CueSearch, at: number): Cue | null {
  const phrases = tokens[at]?.word.cuePhrases ?? [];
  if (phrases.length === 0) return null;
  const phrase = phrases.find((words) => words.every((word, index) => tokens[at + index]?.lower === word));
  if (phrase === undefined) return null;
  const subject = mentionAt[at + phrase.length] ?? null;
  const verb = phrase.join(" ");
  return { index: found.length, at, verb, form: "phrase", strength: "speech", subject, inverted: true };
}

/** „Nein“, so Kluge: nothing but a comma stands between. */
function readTag({ tokens, mentionAt, found }: CueSearch, at: number): Cue | null {
  const token = tokens[at];
  if (token === undefined || !token.word.tag) return null;
  const subject = mentionAt[at + 1];
  const follows = tokens[tokens[at - 1]?.text === "," ? at - 2 : at - 1]?.kind === "passage";
  if (subject === undefined || !follows) return null;
  return {
    index: found.length,
    at,
    verb: token.lower,
    form: "finite",
    strength: "speech",
    subject,
    inverted: true,
  };
}

/** “Riedl’s claim”, “her last complaint” */
function readNoun({ tokens, mentionAt, found }: CueSearch, at: number): Cue | null {
  const token = tokens[at];
  if (token === undefined || !token.word.cueNoun) return null;
  const subject = possessorOf(tokens, mentionAt, at);
  if (subject === null) return null;
  return {
    index: found.length,
    at,
    verb: token.lower,
    form: "finite",
    strength: "act",
    subject,
    inverted: false,
  };
}

/** “Varga said”, “said Varga”, “was told by Varga” */
function readVerb(search: CueSearch, at: number): Cue | null {
  const { tokens, mentionAt, lexicon, found } = search;
  const form = tokens[at]?.word.cue ?? null;
  if (form === null || mentionAt[at] !== undefined) return null;
  if (form.form === "infinitive" && !isInfinitive(tokens, at)) return null;
  // “the claimed sum”; but “some claimed” that
  if (tokens[at - 1]?.word.determiner && mentionAt[at - 1] === undefined && lexicon.tag === "en") return null;
  const { subject, inverted } = subjectOf(search, at, form);
  return {
    index: found.length,
    at,
    verb: form.verb,
    form: form.form === "infinitive" && SPEAKING.test(tokens[at - 1]?.lower ?? "") ? "finite" : form.form,
    strength: form.strength,
    subject,
    inverted,
  };
}

/** “I ask”, “they say”: finite, though it looks like an infinitive. */
const SPEAKING = /^(?:i|we|they|you)$/;

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

type Subject = Pick<Cue, "subject" | "inverted">;

const before = (subject: Mention | null): Subject => ({ subject, inverted: false });
const behind = (subject: Mention | null): Subject => ({ subject, inverted: true });

/** Who stands as the subject of the reporting verb at a token. */
function subjectOf(search: CueSearch, at: number, form: CueForm): Subject {
  const { tokens, mentionAt, lexicon, found } = search;
  const token = tokens[at];
  const same = (index: number) =>
    tokens[index]?.sentence === token?.sentence && tokens[index]?.paragraph === token?.paragraph;
  // «¿Qué abre?», pregunto: a subject that its verb alone shows.
  if (form.first && mentionAt[at + 1]?.kind !== "pronoun") return before(null);
  // „Die Zeitung zitiert einen Augenzeugen“: who is quoted has said it.
  if (form.verb === "zitieren") {
    const quoted = subjectBehind(tokens, mentionAt, at);
    if (quoted !== null) return behind(quoted);
  }
  if (isPassive(tokens, at)) {
    for (let next = at + 1; next < at + 6 && same(next); next++)
      if (/^(?:by|von|par|por)$/.test(tokens[next]?.lower ?? "")) return behind(mentionAt[next + 1] ?? null);
    return before(null);
  }
  let back = beforeParenthesis(tokens, at - 1);
  while (
    same(back) &&
    tokens[back]?.kind === "word" &&
    mentionAt[back] === undefined &&
    (tokens[back]?.word.auxiliary || ADVERB.test(tokens[back]?.lower ?? ""))
  ) {
    if (/^(?:who|which|qui)$/.test(tokens[back]?.lower ?? ""))
      return before(relativeSubject(tokens, mentionAt, back));
    back--;
  }
  const direct = same(back) ? mentionAt[back] : undefined;
  if (direct !== undefined && !direct.possessive && form.form !== "participle") {
    // „Der Zeitung sagte Filep Karma“, „Ähnlich äußerte sich der Präsident“: the verb's subject stands behind it.
    const turned =
      lexicon.largeNouns && !mayLead(tokens, direct) ? subjectBehind(tokens, mentionAt, at) : null;
    if (turned !== null) return behind(turned);
    if (!direct.oblique) return before(direct);
    const whole = phraseSubject(tokens, mentionAt, direct);
    if (whole !== null) return before(whole);
  }
  if (form.form === "participle" && direct !== undefined && followsWith(tokens, direct))
    return before(direct);
  const inverted = invertedSubject(tokens, mentionAt, lexicon, at, back, form);
  if (inverted !== null) return behind(inverted);
  // “told the session and added”, “said the vote was lost, adding”
  const previous = found.at(-1);
  const link = tokens[back];
  // “Keogh calls it a promise; Brace, who drained it, calls it …”
  const own = link?.text === "," && form.form === "finite" ? clauseSubject(tokens, mentionAt, at) : null;
  if (own !== null && own.first > (previous?.at ?? at) && tokens[own.last + 2]?.lower === "who")
    return before(own);
  if (
    previous !== undefined &&
    same(previous.at) &&
    previous.subject !== null &&
    (form.form === "participle" ||
      /^(?:and|but|et|und|y)$/.test(link?.lower ?? "") ||
      // “According to a clerk, the harbour master, Jens Rode, wrote”: another clause begins at that comma.
      (link?.text === "," && previous.form !== "phrase"))
  )
    return before(previous.subject);
  if (form.form === "participle" && (token?.initial || /^[—–-]/.test(link?.text ?? "")))
    return before(subjectToCome(tokens, mentionAt, at));
  return before(clauseSubject(tokens, mentionAt, at));
}

/** „Der Zeitung“, „Ähnlich“: an oblique case or one word alone, where nouns are written large, may be no subject. */
function mayLead(tokens: readonly Token[], { first, last, kind }: Mention): boolean {
  if (kind === "pronoun") return true;
  if (kind === "name") return last > first || tokens[first]?.word.givenName === true;
  return !/^(?:der|dem|den|einer|einem|einen)$/.test(tokens[first]?.lower ?? "");
}

/** “…, with its guard Rudi Pohl telling visitors”: a clause of its own, whose subject stands behind “with”. */
function followsWith(tokens: readonly Token[], { first, sentence, possessive }: Mention): boolean {
  if (possessive) return false;
  for (let at = first - 1; at > first - 8; at--) {
    const token = itemAt(tokens, at);
    if (token?.kind !== "word" || token.sentence !== sentence) return false;
    if (token.lower === "with") return true;
    if (token.word.phraseEnd && token.lower !== "of") return false;
  }
  return false;
}

/** “Varga (D-Wis.) said”: what stands in parentheses is not in the way. */
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
