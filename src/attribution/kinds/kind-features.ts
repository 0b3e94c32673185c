import type { Cue } from "#attribution/cues/cue.ts";
import { FeatureSpace, TRUTH, upTo, values } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import { MANY_FUNCTIONS, readWords } from "./passage-words.ts";

/** Words in the passage, up to so many. */
const SIZE = values("1", "2", "4", "8", "long");
/** The reporting words before the passage, in the same breath, near or far, and those after it. */
const CUE_BEFORE = values("", "Bspeech0", "Bspeech4", "Bspeech", "Bact0", "Bact4", "Bact");
const CUE_AFTER = values("", "Aspeech", "Aact");
/** What the passage ends with: a comma, a full stop or the like, or no mark. */
const POINT = values("comma", "full", "bare");
/** What stands right before the passage. */
const LEAD = values(
  "break",
  "passage",
  "first",
  "cue-speech",
  "cue-act",
  "det",
  "name",
  "word",
  "mark",
  ",",
  ".",
  ":",
  "(",
  "—",
  "--",
);
/** What stands right after it. */
const TAIL = values("break", "point", ")", "mark", "passage", "name", "cue", "word");
/** Words that tell by themselves when they stand right before. */
const BEFORE = values(
  ..."that was is were are be as a an the of for and its his her their in to not no with".split(" "),
);
const TITLED_AFTER = values(
  "word",
  ..."on of in to during with from a an the his her its new called".split(" "),
);
const SUBJECT = values("name", "organization", "role", "group", "pronoun");

export const KIND_FEATURES = new FeatureSpace();
const family = KIND_FEATURES.family.bind(KIND_FEATURES);

const BIAS = family`bias`;
const OF_SIZE = family`size=${SIZE}`;
const NO_CUE = family`cue=none`;
const CUE = family`cue=${CUE_BEFORE}${CUE_AFTER}`;
const SIZE_NO_CUE = family`size=${SIZE} cue=none`;
const SIZE_CUE = family`size=${SIZE} cue=${CUE_BEFORE}${CUE_AFTER}`;
const OF_LEAD = family`lead=${LEAD}`;
const OF_TAIL = family`tail=${TAIL}`;
const LEAD_SIZE = family`lead=${LEAD} size=${SIZE}`;
const SIZE_TAIL = family`size=${SIZE} tail=${TAIL}`;
const SIZE_POINT = family`size=${SIZE} ${POINT}`;
const TITLED = family`titled`;
const PLAIN = family`plain`;
const TITLED_SIZE = family`titled=${TRUTH} size=${SIZE}`;
const FUNCTION = family`function=${upTo(MANY_FUNCTIONS)}`;
const FUNCTION_SIZE = family`function=${upTo(MANY_FUNCTIONS)} size=${SIZE}`;
const WORD_BEFORE = family`word before=${BEFORE}`;
const TERM = family`term`;
const TERM_SIZE = family`term size=${SIZE}`;
const TERM_NO_CUE = family`term cue=none`;
const TERM_CUE = family`term cue=${CUE_BEFORE}${CUE_AFTER}`;
const TITLED_POSSESSIVE = family`titled possessive`;
const TITLED_WORD = family`titled after ${TITLED_AFTER}`;
const WHOLE_PARAGRAPH = family`whole paragraph`;
const OTHER_MARKS = family`the other marks`;
const HEADLINE = family`headline`;
const HEADLINE_SIZE = family`headline size=${SIZE}`;
const PARENTHESIS = family`parenthesis`;
const CAPITAL = family`capital ${POINT}`;
const SMALL = family`small ${POINT}`;
const OWN_SENTENCE = family`own sentence`;
const SUBJECT_SIZE = family`subject=${SUBJECT} size=${SIZE}`;
const NOBODY_SPEAKS = family`nobody speaks`;

/** Tells what speaks for and against a passage being a quotation at all. */
export function kindFeatures(story: Story, passage: PlacedPassage, features: Features): void {
  const { tokens, text } = story;
  const { at, context } = passage;
  const { cueBefore, cueAfter } = context;
  const end = Math.min(passage.end, passage.start + 400);
  const { count, titled, functions, capital } = readWords(text, passage.start, end, story.lexicon);
  const size = sizeOf(count);
  const point = pointOf(text.charCodeAt(end - 1));
  const before = itemAt(tokens, at - 1);
  const cued = cueBefore !== null || cueAfter !== null;
  const b = cueBeforeOf(cueBefore, context.gapBefore);
  const a =
    cueAfter === null ? CUE_AFTER[""] : cueAfter.strength === "act" ? CUE_AFTER.Aact : CUE_AFTER.Aspeech;
  const lead = leadOf(before);
  const tail = tailOf(tokens[at + 1]);
  const isTitled = titled ? TRUTH.true : TRUTH.false;
  features.add(BIAS.at());
  features.add(OF_SIZE.at(size));
  features.add(cued ? CUE.at(b, a) : NO_CUE.at());
  features.add(cued ? SIZE_CUE.at(size, b, a) : SIZE_NO_CUE.at(size));
  features.add(OF_LEAD.at(lead));
  features.add(OF_TAIL.at(tail));
  features.add(LEAD_SIZE.at(lead, size));
  features.add(SIZE_TAIL.at(size, tail));
  features.add(SIZE_POINT.at(size, point));
  features.add(titled ? TITLED.at() : PLAIN.at());
  features.add(TITLED_SIZE.at(isTitled, size));
  features.add(FUNCTION.at(functions));
  features.add(FUNCTION_SIZE.at(functions, size));
  const word = before?.kind === "word" ? before.lower : "";
  if (Object.hasOwn(BEFORE, word)) features.add(WORD_BEFORE.at(BEFORE[word]));
  if (termAround(story, at)) {
    features.add(TERM.at());
    features.add(TERM_SIZE.at(size));
    features.add(cued ? TERM_CUE.at(b, a) : TERM_NO_CUE.at());
  }
  // Radio Larkmoor’s “Early Tide”; an episode of “Night Shift”; a “Forum”
  if (titled && before?.kind === "word")
    features.add(
      before.possessive
        ? TITLED_POSSESSIVE.at()
        : TITLED_WORD.at(TITLED_AFTER[Object.hasOwn(TITLED_AFTER, word) ? word : "word"]),
    );
  if (context.wholeParagraph) features.add(WHOLE_PARAGRAPH.at());
  // ‘Crazy’ in the headline of a story that otherwise has “…”, or the other way round.
  if (story.singleMarks !== "‘'‚".includes(text.charAt(passage.outer.start))) features.add(OTHER_MARKS.at());
  if (story.headline && passage.paragraph === 0) {
    features.add(HEADLINE.at());
    features.add(HEADLINE_SIZE.at(size));
  }
  if (before?.text === "(") features.add(PARENTHESIS.at());
  features.add(capital ? CAPITAL.at(point) : SMALL.at(point));
  if (context.opensSentence && point === POINT.full) features.add(OWN_SENTENCE.at());
  const subject = (cueBefore ?? cueAfter)?.subject ?? null;
  if (subject !== null) features.add(SUBJECT_SIZE.at(SUBJECT[subject.kind], size));
  if (cueBefore?.subject === null) features.add(NOBODY_SPEAKS.at());
}

function sizeOf(count: number): number {
  if (count <= 2) return count <= 1 ? SIZE[1] : SIZE[2];
  return count <= 4 ? SIZE[4] : count <= 8 ? SIZE[8] : SIZE.long;
}

function pointOf(last: number): number {
  if (last === 0x2c) return POINT.comma;
  return last === 0x2e || last === 0x3f || last === 0x21 || last === 0x2026 ? POINT.full : POINT.bare;
}

function cueBeforeOf(cue: Cue | null, gap: number): number {
  if (cue === null) return CUE_BEFORE[""];
  if (cue.strength === "act")
    return gap <= 1 ? CUE_BEFORE.Bact0 : gap <= 4 ? CUE_BEFORE.Bact4 : CUE_BEFORE.Bact;
  return gap <= 1 ? CUE_BEFORE.Bspeech0 : gap <= 4 ? CUE_BEFORE.Bspeech4 : CUE_BEFORE.Bspeech;
}

function leadOf(before: Token | undefined): number {
  if (before === undefined || before.kind === "break") return LEAD.break;
  if (before.kind === "passage") return LEAD.passage;
  if (before.kind === "mark") return LEAD[before.text as keyof typeof LEAD] ?? LEAD.mark;
  if (before.initial && before.capital) return LEAD.first;
  if (before.word.cue !== null)
    return before.word.cue.strength === "act" ? LEAD["cue-act"] : LEAD["cue-speech"];
  return before.word.determiner ? LEAD.det : before.capital ? LEAD.name : LEAD.word;
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
