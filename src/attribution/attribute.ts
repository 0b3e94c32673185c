import { lines } from "#text/paragraphs.ts";
import type { Span } from "#text/spans.ts";
import { composeAnswer } from "./answer.ts";
import type { Attribution } from "./attribution.ts";
import { resolveMentions } from "./coreference/resolve-mentions.ts";
import { findCues, mentionsByToken } from "./cues/find-cues.ts";
import { gatherEntities } from "./entities/gather-entities.ts";
import { decideKinds } from "./kinds/decide-kinds.ts";
import { kindsByMarks } from "./kinds/kinds-by-marks.ts";
import { findPassages } from "./marks/find-passages.ts";
import { findMentions } from "./mentions/find-mentions.ts";
import { LEARNED, type Rankers } from "./rankers.ts";
import { chooseSources } from "./sources/choose-sources.ts";
import { makeStory, type Story } from "./story.ts";
import { tokenize } from "./tokens/tokenize.ts";
import { languageOf } from "./words/language.ts";
import { lexiconFor } from "./words/lexicon.ts";

export type { Attribution };

/**
 * Says who says what in a story: its quotations, in order, each with the speaker the story gives it.
 *
 * @param text the whole story, paragraphs parted by blank lines
 * @param options `lang`, a BCP 47 tag; detected where absent. In a language that the engine does not know it finds the
 *   quotations by their marks and names nobody
 * @returns offsets are half-open UTF-16 positions in `text`. Never throws; the same text gives the same answer.
 */
export function attribute(text: string, options: { readonly lang?: string } = {}): Attribution {
  const story = readStory(text, languageOf(text, options.lang ?? null));
  return decide(story, LEARNED);
}

/** The passes that read: marks, words, mentions, reporting words, who is named. */
export function readStory(text: string, lang: string): Story {
  const lexicon = lexiconFor(lang);
  const paragraphs = lines(text);
  const { passages, singleMarks } = findPassages(text, paragraphs, lexicon);
  const tokens = tokenize(text, paragraphs, passages, lexicon);
  const mentions = findMentions(text, tokens, lexicon);
  const mentionAt = mentionsByToken(tokens, mentions);
  const cues = findCues(tokens, mentionAt, lexicon);
  const entities = gatherEntities(text, tokens, mentions, lexicon);
  const headline = isHeadline(paragraphs);
  const found = { text, lexicon, tokens, mentions, mentionAt, cues, singleMarks, headline, entities };
  return makeStory(found, paragraphs.length);
}

/** A short first paragraph of a story that has several: “Minister ‘will not resign’”. */
function isHeadline(paragraphs: readonly Span[]): boolean {
  const [first] = paragraphs;
  return first !== undefined && paragraphs.length > 3 && first.end - first.start < 160;
}

/** The passes that choose: kinds, sources, whom they mean; then the answer. */
export function decide(story: Story, rankers: Rankers): Attribution {
  if (!story.lexicon.attributed)
    return composeAnswer(
      story,
      kindsByMarks(story),
      story.passages.map(() => null),
      [],
    );
  const kinds = decideKinds(story, rankers.kinds);
  // Whom the mentions mean as far as that shows before anybody knows who speaks, and then again.
  const before = resolveMentions(story, [], rankers.antecedent);
  const sources = chooseSources(story, kinds, before, rankers.source);
  const references = resolveMentions(story, sources, rankers.antecedent);
  return composeAnswer(story, kinds, sources, references);
}
