import type { Mention } from "#attribution/mentions/mention.ts";
import { namedAhead } from "./antecedents.ts";
import { fits, mayBeOrganization } from "./compatibility.ts";
import { type Discourse, MAX_CANDIDATES, rankAntecedents } from "./discourse.ts";
import { findRecent, type RecentEntity } from "./recent-entities.ts";
import type { Reference } from "./reference.ts";
import { subjectBefore } from "./subject-before.ts";

/** Whom a pronoun means: whom grammar shows, else the likeliest of those lately spoken of; null for nobody. */
export function resolvePronoun(discourse: Discourse, pronoun: Mention): Reference | null {
  const { story, recent, references } = discourse;
  const { tokens } = story;
  if (tokens[pronoun.first]?.word.pronoun?.first) return null;
  const ahead = namedAhead(story, pronoun);
  if (ahead !== null && fits(tokens, pronoun, ahead, findRecent(recent, ahead)))
    return { entity: ahead, probability: 0.8 };
  const candidates: RecentEntity[] = [];
  // “It added that …”: whatever spoke before and is nobody for sure, though its name does not show what it is.
  const speaks = pronoun.text === "it" && story.cueOf(pronoun)?.strength === "speech";
  for (let at = 0; at < recent.length && candidates.length < MAX_CANDIDATES; at++) {
    const candidate = recent[at];
    if (candidate === undefined) break;
    if (fits(tokens, pronoun, candidate.entity, candidate) || (speaks && mayBeOrganization(candidate)))
      candidates.push(candidate);
  }
  const sure = pronoun.gender === null ? null : subjectBefore(story, pronoun, references, candidates);
  if (sure !== null) return { entity: sure, probability: 0.9 };
  return rankAntecedents(discourse, pronoun, withoutAsker(discourse, pronoun, candidates));
}

/** Pike put it to Ogun that she had slept. “At home,” she answered: not the one who asked. */
function withoutAsker(
  { story, recent, lastReporter }: Discourse,
  pronoun: Mention,
  candidates: readonly RecentEntity[],
): readonly RecentEntity[] {
  const verb = story.cueOf(pronoun)?.verb ?? "";
  if (!/^(?:answer|reply|respond)$/.test(verb) || lastReporter === null) return candidates;
  const asked = findRecent(recent, lastReporter)?.mention;
  if (asked === undefined || asked.paragraph !== pronoun.paragraph || asked.sentence === pronoun.sentence)
    return candidates;
  const others = candidates.filter(
    ({ entity, mention }) => entity !== lastReporter && mention.sentence === asked.sentence,
  );
  return others.length === 1 ? others : candidates;
}
