import type { Article, Block, Quotation } from "#model/article.ts";

const paragraph = (id: string, text: string): Block => ({
  id,
  type: "paragraph",
  text,
  inlines: [],
  level: null,
  ordered: null,
});

const blocks = [
  paragraph("b1", "The hall fell silent. “We keep the bridge,” said Ines Okoro."),
  paragraph("b2", "“It is ours. Nobody else would have it.”"),
  paragraph("b3", "The mayor spoke of “a good day”. Then the kettle boiled."),
];

function quote(id: string, block: Block, text: string, speaker: string | null): Quotation {
  const start = block.text.indexOf(text);
  return {
    id,
    kind: "direct",
    statement: 1,
    speaker,
    text,
    segments: [{ block: block.id, start, end: start + text.length }],
    cue: null,
    confidence: 1,
    attributedBy: "engine",
  };
}

const [first, second, third] = blocks as [Block, Block, Block];

/** A small story in which one speaker is named and one is not. */
export const quotedStory: Article = {
  slug: "bridge",
  url: "http://localhost/articles/bridge",
  revision: 1,
  headline: "The bridge stays",
  description: "A village meets.",
  datePublished: "2026-05-01",
  dateModified: "2026-05-01T10:00:00Z",
  author: null,
  publisher: null,
  inLanguage: "en",
  image: null,
  blocks,
  speakers: [{ id: "s1", name: "Ines Okoro", role: null, kind: "person", introduced: null }],
  quotations: [
    quote("aaa", first, "We keep the bridge,", "s1"),
    quote("bbb", second, "It is ours. Nobody else would have it.", "s1"),
    quote("ccc", third, "a good day", null),
  ],
};
