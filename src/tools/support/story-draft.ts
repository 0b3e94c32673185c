import type { Article, Quotation } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import type { RevisionDraft } from "#store/store.ts";

export const silent = { info: () => {}, warn: () => {} };

/** A small story with one quotation. */
function articleOf(slug: string, changes: Partial<Article> = {}): Omit<Article, "url"> {
  return {
    slug,
    revision: 1,
    headline: `Headline of ${slug}`,
    description: null,
    datePublished: "2026-03-04",
    dateModified: "2026-03-04T09:00:00.000Z",
    author: "Ada Pell",
    publisher: null,
    inLanguage: "en-GB",
    image: null,
    blocks: [
      {
        id: "b1",
        type: "paragraph",
        text: "“Nothing is lost,” said Ines Marlow.",
        inlines: [],
        level: null,
        ordered: null,
      },
    ],
    speakers: [{ id: "s1", name: "Ines Marlow", role: null, kind: "person", introduced: null }],
    quotations: [quotation],
    ...changes,
  };
}

export const quotation: Quotation = {
  id: "abcdefgh2345",
  kind: "direct",
  statement: 1,
  speaker: "s1",
  text: "Nothing is lost,",
  segments: [{ block: "b1", start: 1, end: 17 }],
  cue: "said",
  confidence: 0.9,
  attributedBy: "engine",
};

export function permalinkOf(own: Quotation): Permalink {
  return {
    state: "verbatim",
    quotation: own,
    speaker: { id: "s1", name: "Ines Marlow", role: null, kind: "person", introduced: null },
    successor: null,
    diff: null,
    history: [
      { revision: 1, date: "2026-03-04T09:00:00.000Z", event: "published", speaker: null, text: own.text },
    ],
  };
}

/** The draft of a story as the newsroom would hand it over. */
export function draftOf(slug: string, changes: Partial<Article> = {}): RevisionDraft {
  const article = articleOf(slug, changes);
  return {
    article,
    sourceText: { source: `stories/${slug}.txt`, format: "text", text: "…", overrides: {} },
    permalinks: article.quotations.map(permalinkOf),
    isSample: false,
    change: {
      revision: article.revision,
      date: article.dateModified,
      quotations: article.quotations.map(({ id, text }) => ({
        id,
        state: "added",
        speaker: "Ines Marlow",
        text,
        speakerBefore: null,
        successor: null,
        diff: null,
      })),
    },
  };
}
