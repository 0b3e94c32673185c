import type { Speaker } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import type { Draft } from "#newsroom/permalinks/occurrences.ts";
import { type Publication, publish } from "#newsroom/permalinks/publish.ts";

/** A story in one line a quotation, `Speaker: words`; `?` speaks where nobody is named. */
export type Telling = readonly string[];

/** Makes a draft of a telling; the ids in it are yet to be settled. */
export function draftOf(telling: Telling, day = 1): Draft {
  const lines = telling.map((line) => {
    const colon = line.indexOf(": ");
    return { name: line.slice(0, colon), text: line.slice(colon + 2) };
  });
  const names = [...new Set(lines.map(({ name }) => name).filter((name) => name !== "?"))];
  const idOf = (name: string) => (name === "?" ? null : `s${names.indexOf(name) + 1}`);
  return {
    slug: "story",
    headline: "A story",
    description: null,
    datePublished: null,
    dateModified: new Date(Date.UTC(2024, 0, day)).toISOString(),
    author: null,
    publisher: null,
    inLanguage: "en",
    image: null,
    blocks: lines.map(({ text }, at) => ({
      id: `b${at + 1}`,
      type: "paragraph",
      text: `“${text}”`,
      inlines: [],
      level: null,
      ordered: null,
    })),
    speakers: names.map((name, at) => speaker(`s${at + 1}`, name)),
    quotations: lines.map(({ name, text }, at) => ({
      id: `draft-${at}`,
      kind: "direct",
      statement: at + 1,
      speaker: idOf(name),
      text,
      segments: [{ block: `b${at + 1}`, start: 1, end: 1 + text.length }],
      cue: null,
      confidence: 1,
      attributedBy: "engine",
    })),
  };
}

/** `[the council]` is an organization, `[two drivers]` lower-case a group; the rest are persons. */
function speaker(id: string, written: string): Speaker {
  const bracketed = /^\[(.+)\]$/.exec(written)?.[1];
  const [name = "", role = null] = (bracketed ?? written).split(", ");
  const kind = bracketed === undefined ? "person" : /^\p{Lu}/u.test(bracketed) ? "organization" : "group";
  return { id, name, role, kind, introduced: null };
}

/** Publishes one telling after another; the last publication knows them all. */
export function publishAll(tellings: readonly Telling[]): Publication {
  let publication: Publication | null = null;
  tellings.forEach((telling, at) => {
    const previous: Publication | null = publication;
    publication = publish(
      previous && {
        article: { ...previous.article, url: "https://example.org/articles/story" },
        permalinks: previous.permalinks,
      },
      draftOf(telling, at + 1),
    );
  });
  if (publication === null) throw new Error("a story has at least one telling");
  return publication;
}

/** The permalink of an id, which must have been published. */
export function permalinkOf({ permalinks }: Pick<Publication, "permalinks">, id: string): Permalink {
  const found = permalinks.find(({ quotation }) => quotation.id === id);
  if (found === undefined) throw new Error(`${id} was never published`);
  return found;
}
