import { addRoleHead, type Entity, newEntity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { AGED } from "#attribution/mentions/role-mentions.ts";
import { isShort, type Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import { UNKNOWN } from "#attribution/words/word.ts";
import { isAged } from "./antecedents.ts";
import { apposition } from "./apposition.ts";
import { fits, mayBeOrganization } from "./compatibility.ts";
import { type Discourse, MAX_CANDIDATES, rankAntecedents } from "./discourse.ts";
import type { RecentEntity } from "./recent-entities.ts";
import type { Reference } from "./reference.ts";
import { isDeputy } from "./role-holders.ts";
import { unintroduced } from "./unintroduced.ts";

/** What any organization may be called once it is named: “the company”. */
const COMMON =
  /^(?:company|firm|group|agency|organization|organisation|department|body|union|trust|charity|newspaper|paper|utility|hospital|club|team|party|society|alliance|federation)$/;

/**
 * Whom a role phrase means. “the minister”: somebody introduced as one; “a minister”: somebody new.
 */
export function resolveRolePhrase(discourse: Discourse, phrase: Mention): Reference {
  const { story, recent, saidBy, givenRoles, references } = discourse;
  const apposed = apposition(story, phrase, references);
  if (apposed !== null) return { entity: apposed, probability: 0.95 };
  const { indefinite, determiner } = story.tokens[phrase.first]?.word ?? UNKNOWN;
  const definite = determiner && !indefinite;
  const head = phrase.words.at(-1) ?? "";
  const lower = phrase.text.toLowerCase();
  const same = recent.find(
    ({ entity: { named, words, name } }) =>
      !named && words.at(-1) === head && (definite || name.toLowerCase() === lower),
  );
  const child = sonOf(discourse, phrase);
  if (child !== null) return { entity: child, probability: 0.9 };
  const known =
    (definite ? definiteReference(discourse, phrase, head, same) : null) ??
    (same === undefined ? null : { entity: same.entity, probability: 0.9 });
  if (known !== null) return known;
  const spoken =
    saidBy.has(phrase) && !answersBack(discourse, phrase)
      ? unintroduced(story, phrase, near(discourse, phrase), givenRoles)
      : null;
  if (spoken !== null) return { entity: spoken, probability: 0.75 };
  const entity = newEntity(phrase);
  addRoleHead(entity, head);
  return { entity, probability: definite ? 0.8 : 0.95 };
}

/** “Left a bit,” she said. ¶ “This is the left,” the plumber said: few words answer few, and another says them. */
function answersBack({ story, saidBy, lastSpeaker }: Discourse, phrase: Mention): boolean {
  const own = saidBy.get(phrase)?.[0];
  const before = own === undefined ? undefined : itemAt(story.passages, own.index - 1);
  if (own === undefined || before === undefined || lastSpeaker === null) return false;
  if (!own.context.opensParagraph || before.paragraph !== own.paragraph - 1) return false;
  return isShort(story, own) && isShort(story, before);
}

/** “Walter Pym’s son”: Walter Pym Jr. */
function sonOf({ recent }: Discourse, { text, words }: Mention): Entity | null {
  if (words.at(-1) !== "son") return null;
  const father = text.replace(/[’']s? .*$/, "");
  const son = recent.find(
    ({ entity }) =>
      /^(?:Jr|II|III)\b/.test(entity.name.slice(father.length + 1)) && entity.name.startsWith(father),
  );
  return son?.entity ?? null;
}

/** “the council”, “the 34-year-old”, “the minister”: one of those that the story has brought up; null where none is. */
function definiteReference(
  discourse: Discourse,
  phrase: Mention,
  head: string,
  same: RecentEntity | undefined,
): Reference | null {
  const { story, recent } = discourse;
  if (phrase.kind === "organization") {
    const named = namedOrganization(recent, head);
    if (named !== undefined) return { entity: named.entity, probability: 0.95 };
    const known = same ?? latestOrganization(recent, phrase, head);
    if (known !== undefined) return { entity: known.entity, probability: 0.7 };
  }
  const people = () => recent.filter((one) => fits(story.tokens, phrase, one.entity, one));
  const age = AGED.exec(head)?.[1];
  if (age !== undefined) {
    const candidates = people().slice(0, MAX_CANDIDATES);
    const aged = candidates.find(({ entity }) => isAged(story, entity, age));
    if (aged !== undefined) return { entity: aged.entity, probability: 0.95 };
    const chosen = rankAntecedents(discourse, phrase, candidates);
    if (chosen !== null) return chosen;
  }
  if (phrase.kind !== "role") return null;
  const introduced = people().filter(
    ({ entity }) => entity.roleHeads.includes(head) && !isDeputy(entity, head, phrase.text),
  );
  const of =
    introduced.find(({ entity }) => isOf(story, entity, phrase)) ??
    people().find(({ entity }) => entity.named && isOf(story, entity, phrase, LINK));
  if (of !== undefined) return { entity: of.entity, probability: 0.9 };
  return rankAntecedents(discourse, phrase, introduced.slice(0, MAX_CANDIDATES));
}

/** What links somebody with whom they work for: “Jo Harmsen | of | the Delta paper”. */
const LINK = /^(?:of|at|from|with|for)$/;

/**
 * “the Delta reporter”: Jo Harmsen of the Delta paper.
 *
 * @param link what must stand right behind the name, where nobody else tells that they are a reporter
 */
function isOf({ tokens }: Story, { mentions }: Entity, phrase: Mention, link: RegExp | null = null): boolean {
  const named: string[] = [];
  for (let at = phrase.first; at < phrase.last; at++)
    if (tokens[at]?.capital && !tokens[at]?.initial) named.push(tokens[at]?.text ?? "");
  if (named.length === 0) return false;
  return mentions.slice(0, 2).some(({ first, last, sentence }) => {
    if (link !== null && !link.test(tokens[last + 1]?.lower ?? "")) return false;
    for (let at = link === null ? first - OUTLET : last + 2; at < last + OUTLET; at++) {
      const token = itemAt(tokens, at);
      if (token?.sentence === sentence && named.includes(token.text)) return true;
    }
    return false;
  });
}

/** So near a name stands what somebody works for. */
const OUTLET = 7;

/** “the council”: Larkmoor Council. */
function namedOrganization(recent: readonly RecentEntity[], head: string): RecentEntity | undefined {
  return recent.find(
    ({ entity: { kind, words } }) =>
      kind === "organization" && words.some((word) => word.toLowerCase() === head),
  );
}

/** “the company”, “the Leeds-based charity”: the last organization that was named. */
function latestOrganization(
  recent: readonly RecentEntity[],
  { text }: Mention,
  head: string,
): RecentEntity | undefined {
  if (!/^\S+ (?:\S+-based )?\S+$/.test(text.toLowerCase()) || !COMMON.test(head)) return undefined;
  return recent.find(
    (one) => one.entity.named && (one.entity.kind === "organization" || mayBeOrganization(one)),
  );
}

/** The people named whom the paragraph, or the one before, has spoken of and whom a role phrase may mean. */
function near({ story: { tokens }, recent }: Discourse, phrase: Mention) {
  const found = recent.filter((one) => {
    const { entity, mention } = one;
    if (!entity.named || entity.kind !== "person") return false;
    // A lone word may be a thing, and so may what an article precedes: “the Long Table”.
    if (entity.words.length < 2 && entity.gender === null) return false;
    if (itemAt(tokens, mention.first - 1)?.word.determiner) return false;
    // “MRS. DEAN: The porter said …”: who tells of them is not they.
    if (tokens[mention.last + 1]?.text === ":") return false;
    return phrase.paragraph - mention.paragraph <= 1 && fits(tokens, phrase, entity, one);
  });
  return found.map(({ entity }) => entity);
}
