import type { Cue } from "#attribution/cues/cue.ts";
import { FeatureSpace, TRUTH, truth, upTo, type Values, values } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import { REPORTING_VERBS } from "#attribution/words/lexicon.ts";
import { type Kind, seemsDirect } from "./kind.ts";
import { NAMING, namingBefore } from "./naming.ts";
import { FIRST_WORD, MANY_FUNCTIONS, readWords } from "./passage-words.ts";

/** Words in the passage, up to so many. */
const SIZE = values("1", "2", "4", "8", "long");
/** The reporting words before the passage, in the same breath, near or far, and those after it. */
const CUE_BEFORE = values("", "Bspeech0", "Bspeech4", "Bspeech", "Bact0", "Bact4", "Bact");
const CUE_AFTER = values("", "Aspeech", "Aact");
/** What the passage ends with: a comma, a full stop or the like, or no mark. */
const POINT = values("comma", "full", "bare");
/** What stands right before the passage. */
const LEAD = values(
  ..."break passage first cue-speech cue-act det name word mark , . : ( — --".split(" "),
) as Values;
/** What stands right after it. */
const TAIL = values("break", "point", ")", "mark", "passage", "name", "cue", "word");
/** Words that tell by themselves when they stand right before. */
const BEFORE: Values = values(
  ..."that was is were are be as a an the of for and its his her their in to not no with on about over or so by from".split(
    " ",
  ),
);
const TITLED_AFTER: Values = values(
  "word",
  ..."on of in to during with from a an the his her its new called".split(" "),
);
const SUBJECT = values("none", "name", "organization", "role", "group", "pronoun", "owner");
const GAP = values("0", "1", "4", "far");
const VERB: Values = values("other", ...REPORTING_VERBS);
/** The passage before in the same sentence, by its kind; or there is none. */
const JOINED = values("nothing", "none", "direct", "mixed");

export const KIND_FEATURES = new FeatureSpace();
const family = KIND_FEATURES.family.bind(KIND_FEATURES);

const BIAS = family`bias`;
const FOREIGN = family`foreign direct=${TRUTH}`;
const OF_SIZE = family`size=${SIZE}`;
const DIRECT = family`direct=${TRUTH}`;
const DIRECT_SIZE = family`direct=${TRUTH} size=${SIZE}`;
const DIRECT_CUE = family`direct=${TRUTH} cue=${CUE_BEFORE}${CUE_AFTER}`;
const CUE = family`cue=${CUE_BEFORE}${CUE_AFTER}`;
const SIZE_CUE = family`size=${SIZE} cue=${CUE_BEFORE}${CUE_AFTER}`;
const OF_LEAD = family`lead=${LEAD}`;
const OF_TAIL = family`tail=${TAIL}`;
const LEAD_TAIL = family`lead=${LEAD} tail=${TAIL}`;
const LEAD_SIZE = family`lead=${LEAD} size=${SIZE}`;
const SIZE_TAIL = family`size=${SIZE} tail=${TAIL}`;
const SIZE_POINT = family`size=${SIZE} ${POINT}`;
const TITLED = family`titled=${TRUTH}`;
const TITLED_SIZE = family`titled=${TRUTH} size=${SIZE}`;
const FUNCTION_SIZE = family`function=${upTo(MANY_FUNCTIONS)} size=${SIZE}`;
const WORD_BEFORE = family`word before=${BEFORE}`;
const WORD_BEFORE_SIZE = family`word before=${BEFORE} size=${SIZE}`;
const TERM = family`term`;
const TERM_CUE = family`term cue=${CUE_BEFORE}${CUE_AFTER}`;
const TITLED_POSSESSIVE = family`titled possessive`;
const TITLED_WORD = family`titled after ${TITLED_AFTER}`;
const WHOLE_PARAGRAPH = family`whole paragraph ${POINT}`;
const WHOLE_SIZE = family`whole paragraph size=${SIZE} answers=${TRUTH}`;
const OTHER_MARKS = family`the other marks`;
const HEADLINE_SIZE = family`headline size=${SIZE}`;
const CAPITAL = family`capital=${TRUTH} ${POINT}`;
const OWN_SENTENCE = family`own sentence=${TRUTH} ${POINT}`;
const SUBJECT_SIZE = family`subject=${SUBJECT} size=${SIZE}`;
const SUBJECT_GAP = family`subject=${SUBJECT} gap=${GAP}`;
const VERB_BEFORE = family`verb before=${VERB}`;
const VERB_GAP = family`verb before=${VERB} gap=${GAP}`;
const VERB_AFTER = family`verb after=${VERB}`;
const AFTER_GAP = family`after gap=${GAP} size=${SIZE} bare=${TRUTH}`;
const AFTER_GAP_LEAD = family`after gap=${GAP} lead=${LEAD}`;
const TITLED_VERB = family`titled verb before=${VERB}`;
const NAMED_BY = family`named by ${NAMING} size=${SIZE}`;
const OF_JOINED = family`joined=${JOINED}`;
const JOINED_SIZE = family`joined=${JOINED} size=${SIZE}`;
const FIRST = family`first=${FIRST_WORD}`;
const FIRST_SIZE = family`first=${FIRST_WORD} size=${SIZE}`;
const SPEAKS = family`first person size=${SIZE}`;

/**
 * Tells what speaks for and against a passage being a quotation of each kind.
 *
 * @param joined the kind of the passage before in the same sentence; null where none is
 */
export function kindFeatures(
  story: Story,
  passage: PlacedPassage,
  joined: Kind | null,
  features: Features,
): void {
  const { tokens, text } = story;
  const { at, context } = passage;
  const { cueBefore, cueAfter, gapBefore } = context;
  const end = Math.min(passage.end, passage.start + 400);
  const { count, titled, functions, capital, first, firstPerson } = readWords(
    text,
    passage.start,
    end,
    story.lexicon,
  );
  const size = sizeOf(count);
  const point = pointOf(text.charCodeAt(end - 1));
  const before = itemAt(tokens, at - 1);
  const b = cueBeforeOf(cueBefore, gapBefore);
  const a =
    cueAfter === null ? CUE_AFTER[""] : cueAfter.strength === "act" ? CUE_AFTER.Aact : CUE_AFTER.Aspeech;
  const lead = leadOf(before);
  const tail = tailOf(tokens[at + 1]);
  const direct = truth(seemsDirect(story, passage));
  features.add(BIAS.at());
  if (story.lexicon.tag !== "en") features.add(FOREIGN.at(direct));
  features.add(OF_SIZE.at(size));
  features.add(DIRECT.at(direct));
  features.add(DIRECT_SIZE.at(direct, size));
  features.add(DIRECT_CUE.at(direct, b, a));
  features.add(CUE.at(b, a));
  features.add(SIZE_CUE.at(size, b, a));
  features.add(OF_LEAD.at(lead));
  features.add(OF_TAIL.at(tail));
  features.add(LEAD_TAIL.at(lead, tail));
  features.add(LEAD_SIZE.at(lead, size));
  features.add(SIZE_TAIL.at(size, tail));
  features.add(SIZE_POINT.at(size, point));
  features.add(TITLED.at(truth(titled)));
  features.add(TITLED_SIZE.at(truth(titled), size));
  features.add(FUNCTION_SIZE.at(functions, size));
  features.add(CAPITAL.at(truth(capital), point));
  features.add(OWN_SENTENCE.at(truth(context.opensSentence), point));
  features.add(FIRST.at(first));
  features.add(FIRST_SIZE.at(first, size));
  if (firstPerson) features.add(SPEAKS.at(size));
  const word = before?.kind === "word" ? before.lower : "";
  if (Object.hasOwn(BEFORE, word)) {
    features.add(WORD_BEFORE.at(BEFORE[word]));
    features.add(WORD_BEFORE_SIZE.at(BEFORE[word], size));
  }
  if (termAround(story, at)) {
    features.add(TERM.at());
    features.add(TERM_CUE.at(b, a));
  }
  // Radio Larkmoor’s “Early Tide”; an episode of “Night Shift”; a “Forum”
  if (titled && before?.kind === "word") {
    if (before.possessive) features.add(TITLED_POSSESSIVE.at());
    else features.add(TITLED_WORD.at(TITLED_AFTER[Object.hasOwn(TITLED_AFTER, word) ? word : "word"]));
  }
  if (context.wholeParagraph) {
    features.add(WHOLE_PARAGRAPH.at(point));
    // “Who was driving them?” ¶ “Me.”
    features.add(WHOLE_SIZE.at(size, truth(itemAt(tokens, at - 2)?.kind === "passage")));
  }
  // ‘Crazy’ in the headline of a story that otherwise has “…”, or the other way round.
  if (story.singleMarks !== "‘'‚".includes(text.charAt(passage.outer.start))) features.add(OTHER_MARKS.at());
  if (story.headline && passage.paragraph === 0) features.add(HEADLINE_SIZE.at(size));
  const subject = subjectOf(cueBefore ?? cueAfter);
  features.add(SUBJECT_SIZE.at(subject, size));
  if (cueBefore !== null) {
    const [gap, verb] = [gapOf(gapBefore), verbOf(cueBefore)];
    features.add(SUBJECT_GAP.at(subject, gap));
    features.add(VERB_BEFORE.at(verb));
    features.add(VERB_GAP.at(verb, gap));
    if (titled) features.add(TITLED_VERB.at(verb));
  }
  if (cueAfter !== null) {
    const verb = verbOf(cueAfter);
    features.add(VERB_AFTER.at(verb));
    // “Bills for “training” in Nice had been paid twice, auditor Sven Falk told the court.”
    const gap = gapOf(cueAfter.at - at - 1);
    features.add(AFTER_GAP.at(gap, size, truth(point === POINT.bare)));
    features.add(AFTER_GAP_LEAD.at(gap, lead));
  }
  const naming = namingBefore(story, at);
  if (naming !== NAMING.none) features.add(NAMED_BY.at(naming, size));
  const other = JOINED[joined ?? "nothing"];
  features.add(OF_JOINED.at(other));
  features.add(JOINED_SIZE.at(other, size));
}

function sizeOf(count: number): number {
  if (count <= 2) return count <= 1 ? SIZE[1] : SIZE[2];
  return count <= 4 ? SIZE[4] : count <= 8 ? SIZE[8] : SIZE.long;
}

function pointOf(last: number): number {
  if (last === 0x2c) return POINT.comma;
  return last === 0x2e || last === 0x3f || last === 0x21 || last === 0x2026 ? POINT.full : POINT.bare;
}

function gapOf(gap: number): number {
  return gap <= 1 ? gap : gap <= 4 ? GAP[4] : GAP.far;
}

const verbOf = ({ verb }: Cue): number => (Object.hasOwn(VERB, verb) ? (VERB[verb] ?? 0) : 0);

function subjectOf(cue: Cue | null): number {
  const subject = cue?.subject ?? null;
  if (subject === null) return SUBJECT.none;
  return subject.possessive ? SUBJECT.owner : SUBJECT[subject.kind];
}

function cueBeforeOf(cue: Cue | null, gap: number): number {
  if (cue === null) return CUE_BEFORE[""];
  if (cue.strength === "act")
    return gap <= 1 ? CUE_BEFORE.Bact0 : gap <= 4 ? CUE_BEFORE.Bact4 : CUE_BEFORE.Bact;
  return gap <= 1 ? CUE_BEFORE.Bspeech0 : gap <= 4 ? CUE_BEFORE.Bspeech4 : CUE_BEFORE.Bspeech;
}

function leadOf(before: Token | undefined): number {
  if (before === undefined || before.kind === "break") return LEAD.break ?? 0;
  if (before.kind === "passage") return LEAD.passage ?? 0;
  if (before.kind === "mark") return LEAD[before.text] ?? LEAD.mark ?? 0;
  if (before.initial && before.capital) return LEAD.first ?? 0;
  if (before.word.cue !== null) return LEAD[`cue-${before.word.cue.strength}`] ?? 0;
  return LEAD[before.word.determiner ? "det" : before.capital ? "name" : "word"] ?? 0;
}

function tailOf(after: Token | undefined): number {
  if (after === undefined || after.kind === "break") return TAIL.break;
  if (after.kind === "passage") return TAIL.passage;
  if (after.kind === "mark")
    return /[.,;:?!]/.test(after.text) ? TAIL.point : after.text === ")" ? TAIL[")"] : TAIL.mark;
  return after.capital ? TAIL.name : after.word.cue !== null ? TAIL.cue : TAIL.word;
}

/** “the term”, “known as”, “so-called”, “a sign reading”: what follows is named, not said. */
function termAround({ tokens }: Story, at: number): boolean {
  for (let back = at - 1; back > at - 5; back--) {
    const token = tokens[back];
    if (token === undefined || token.kind === "break" || token.sentence !== tokens[at]?.sentence)
      return false;
    if (token.kind === "word" && token.word.termWord) return true;
  }
  return false;
}
