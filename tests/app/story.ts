import type { Article, Block, Quotation } from "#model/article.ts";

/** A story of the tests' own: `[2|words]` is a quotation of the second speaker, `[0|words]` of nobody. */
export function storyOf(paragraphs: readonly string[], names: readonly string[]): Article {
  const quotations: Quotation[] = [];
  const blocks = paragraphs.map((source, index): Block => {
    const block = `b${index + 1}`;
    let text = "";
    let rest = source;
    for (let match = next(rest); match !== null; match = next(rest)) {
      const [whole, speaker = "0", words = ""] = match;
      text += rest.slice(0, match.index);
      const segments = [{ block, start: text.length, end: text.length + words.length }];
      quotations.push({
        ...plain,
        ...numbered(quotations.length + 1),
        ...said(speaker),
        text: words,
        segments,
      });
      text += words;
      rest = rest.slice(match.index + whole.length);
    }
    return { id: block, type: "paragraph", text: text + rest, inlines: [], level: null, ordered: null };
  });
  const speakers = names.map((name, index) => ({
    id: `s${index + 1}`,
    name,
    role: index === 0 ? "harbour master" : null,
    kind: "person" as const,
    introduced: { block: "b1", start: 0, end: 4 },
  }));
  return { ...fields, blocks, speakers, quotations };
}

const next = (text: string): RegExpExecArray | null => /\[(\d)\|([^\]]*)\]/.exec(text);
const numbered = (number: number) => ({ id: `quote${number}`, statement: number });
const said = (speaker: string) => ({ speaker: speaker === "0" ? null : `s${speaker}` });
const plain = { kind: "direct", cue: "said", confidence: 0.9, attributedBy: "engine" } as const;

const fields = {
  slug: "the-lamp",
  url: "http://localhost/articles/the-lamp",
  revision: 1,
  headline: "The lamp will light itself",
  description: "A timer replaces a walk.",
  datePublished: "2026-10-06",
  dateModified: "2026-10-06T08:00:00Z",
  author: "Nell Farrow",
  publisher: null,
  inLanguage: "en-GB",
  image: null,
};

/** Two voices and words that nobody could be named for. */
export const lampStory = storyOf(
  [
    "The lamp at the end of the pier has been lit by hand.",
    "“[1|A timer does not look at the sea,]” Thorne said. “[1|I do.]”",
    "The council had promised “[0|a lamp that never sleeps]”.",
    "“[2|I would like somebody I can shout at,]” Osei said.",
  ],
  ["Ada Thorne", "Bilal Osei"],
);
