import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";

const TERM = new Set(
  "term terms phrase phrases word words so-called slogan motto nickname title song hymn book novel film movie album show documentary episode column hashtag begriff wort sogenannte sogenannten terme mot expression término palabra".split(
    " ",
  ),
);
const NAMING = new Set(
  "known dubbed nicknamed titled entitled billed marked christened sold surnommé intitulé appelé llamado titulado genannt".split(
    " ",
  ),
);
const SIGN_NOUNS = new Set(
  "sign banner placard poster sticker card label sheet bedsheet note plaque board graffiti headline caption box slide shirt t-shirt badge cap mug"
    .split(" ")
    .flatMap((noun) => [noun, `${noun}s`]),
);

/** “Sign up to our newsletter: “The best of the coast””: named behind a colon. */
const ANNOUNCED = /^(?:newsletter|slogan|motto|hashtag|password|title)$/;
const WHAT = new Set(["what", "which", "that", "whom"]);

/**
 * Sure signs that a passage is a name or a label, which nobody says:
 *
 * the term “market readiness”       a so-called “smart” meter        known on the quay as “Billie”
 * a banner reading “Out”            what engineers call a “dead leg” Rob “Dash” Lee
 */
export function isLabel(story: Story, passage: PlacedPassage): boolean {
  const { tokens, text } = story;
  const { at } = passage;
  const own = tokens[at];
  const before = tokens[at - 1];
  if (own === undefined || before === undefined || before.sentence !== own.sentence)
    return startsWithSign(story, passage);
  if (TERM.has(before.lower)) return true;
  if (before.text === ":" && ANNOUNCED.test(tokens[at - 2]?.lower ?? "")) return true;
  const after = tokens[at + 1];
  if (
    before.kind === "word" &&
    before.capital &&
    !before.initial &&
    !before.possessive &&
    after?.kind === "word" &&
    after.capital &&
    passage.end - passage.start < 24 &&
    !/[.,!?]$/.test(text.slice(passage.start, passage.end))
  )
    return true;
  if (isDenied(story, passage) || saysOfItself(story, passage)) return true;
  if (isModifier(story, passage)) return true;
  let what = false;
  for (let back = at - 1; back > at - 9; back--) {
    const token = tokens[back];
    if (token === undefined || token.sentence !== own.sentence || token.kind === "break") break;
    if (token.kind === "passage" || token.text === ":" || token.text === ";") break;
    if (
      NAMING.has(token.lower) &&
      (at - back <= 2 || before.lower === "as" || tokens[at - 2]?.lower === "as")
    )
      return true;
    if (WHAT.has(token.lower)) what = true;
    if (
      SIGN_NOUNS.has(token.lower) &&
      /^(?:reading|reads|read|says|saying|said|marked|announced|declared|proclaimed|slogan)$/.test(
        before.lower,
      )
    )
      return true;
  }
  // Present tense: a habit of naming. “what he called” is somebody's wording.
  // So is the passive: “what was once considered a “safe level””.
  const call = /^(?:call|calls|term|terms|considered|deemed|termed|dubbed)$/;
  const called =
    what &&
    (call.test(before.lower) ||
      (/^(?:a|an|the|their|its)$/.test(before.lower) && call.test(tokens[at - 2]?.lower ?? "")));
  return called || isHabit(story, passage);
}

/** Climbers call it “barn-dooring” when one side swings off: what a trade calls something, it has not said. */
function isHabit({ tokens }: Story, { at, context: { cueBefore } }: PlacedPassage): boolean {
  const habit =
    /^calls?$/.test(tokens[at - 2]?.lower ?? "") &&
    /^(?:it|this|that|them)$/.test(tokens[at - 1]?.lower ?? "");
  return habit && cueBefore?.subject?.kind === "group";
}

/** “Let it run, hon,” it says — of a sign named in the sentence before. */
function startsWithSign({ tokens }: Story, { at }: PlacedPassage): boolean {
  if (tokens[at + 1]?.lower !== "it" || !/^(?:says|said|reads|read)$/.test(tokens[at + 2]?.lower ?? ""))
    return false;
  for (let back = at - 1; back > at - 16; back--) {
    const token = tokens[back];
    if (token === undefined || token.kind === "break" || token.kind === "passage") return false;
    if (SIGN_NOUNS.has(token.lower)) return true;
  }
  return false;
}

const WRITTEN = /^(?:painted|sprayed|scrawled|written|carved|printed|chalked|stencilled)$/;

/** Somebody had painted over the sign at the gate. It now says “Bull”.: a few words on what was just written on. */
function saysOfItself({ tokens, text }: Story, { at, start, end, context }: PlacedPassage): boolean {
  const { cueBefore: cue, gapBefore } = context;
  if (cue?.subject?.text !== "it" || gapBefore > 0 || !/^(?:say|read)$/.test(cue.verb)) return false;
  if (text.slice(start, end).split(" ").length > 3) return false;
  for (let back = cue.at - 1; back > at - 24; back--) {
    const token = itemAt(tokens, back);
    if (token === undefined || token.kind === "break") return false;
    if (SIGN_NOUNS.has(token.lower) || WRITTEN.test(token.lower)) return true;
  }
  return false;
}

/** “(their idea)”, “(CROSSTALK)”: an aside of a document or a transcript. */
export function isAside({ text }: Story, { start, end }: PlacedPassage): boolean {
  return (
    text.charAt(start) === "(" && /^\([^)]*\)?[.!?]?$/.test(text.slice(start, Math.min(end, start + 80)))
  );
}

/** Nobody here says “please”. She never said “stop”. */
function isDenied({ tokens, text }: Story, { at, start, end, context }: PlacedPassage): boolean {
  const { cueBefore: cue, gapBefore } = context;
  if (cue === null || gapBefore !== 0 || text.slice(start, end).split(" ").length > 3) return false;
  for (let back = cue.at - 1; back > at - 7; back--) {
    const token = tokens[back];
    if (token === undefined || token.kind !== "word") return false;
    if (
      /^(?:never|nobody|not|no|none|didn[’']t|doesn[’']t|don[’']t|nie|niemand|jamais|personne|nunca|nadie)$/.test(
        token.lower,
      )
    )
      return true;
  }
  return false;
}

const FUNCTION =
  /^(?:in|of|for|to|and|that|as|by|on|at|from|with|because|but|when|after|before|said|says|was|is|were|are|would|will|could|has|had|have|who|which|while|or|if|into|over|about|during|since|until|than|then|it|he|she|they)$/;

/** an amber “be prepared” warning; fraudulently promoting “magic” pills: a few words that colour a noun. */
function isModifier({ tokens, text, lexicon }: Story, { at, start, end, context }: PlacedPassage): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (
    lexicon.tag !== "en" ||
    before?.kind !== "word" ||
    after?.kind !== "word" ||
    after.capital ||
    after.sentence !== before.sentence
  )
    return false;
  if (
    FUNCTION.test(after.lower) ||
    after.word.cue !== null ||
    after.word.auxiliary ||
    /[.,!?]$|ly$/.test(after.lower)
  )
    return false;
  const cue = context.cueBefore;
  if (
    cue !== null &&
    (cue.strength === "speech" ||
      /^(?:call|describe|dismiss|denounce|criticize|criticise|praise|mock)$/.test(cue.verb))
  )
    return false;
  return text.slice(start, end).split(/\s+/).length <= 3 && !/[.,!?]$/.test(text.slice(start, end));
}
