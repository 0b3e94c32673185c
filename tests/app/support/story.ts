import type { Article, ArticleSummary, Block, Quotation, Speaker } from "#model/article.ts";
import { scoreOf } from "#model/score.ts";
import { wordCount } from "#model/word-count.ts";

const speakers: readonly Speaker[] = [
  { name: "Ada Thorne", role: "harbour master of Skelwick", kind: "person" as const },
  { name: "Bilal Osei", role: "skipper of the trawler Constance", kind: "person" as const },
  { name: "the Coastal Trust", role: null, kind: "organization" as const },
  { name: "Adam Tregear", role: "pilot", kind: "person" as const },
].map((speaker, index) => ({
  ...speaker,
  id: `s${index + 1}`,
  introduced: { block: "b1", start: 0, end: 10 },
}));

/** Each paragraph as written; `[2|words]` is a quotation of the second speaker, `[0|words]` of nobody. */
const paragraphs: readonly string[] = [
  "For eleven winters the lamp at the end of Skelwick’s pier has been lit by hand. On Tuesday the council voted to let a timer do it, and Ada Thorne, the harbour master, went out to the pier with a thermos to see it fail.",
  "“[1|A timer does not look at the sea before it strikes the match,]” Thorne said. “[1|I do, and so did the two women who had the key before me.]”",
  "The council’s engineers had promised “[0|a lamp that never sleeps]” and a saving of nine thousand a year. Bilal Osei, who skippers the trawler Constance, was not moved by either.",
  "“[2|If it goes out at four in the morning I would like there to be somebody I can shout at,]” he said, and added that he had shouted at Thorne for years and found her “[2|excellent at it]”.",
  "The Coastal Trust, which owns the stonework, took the other side. “[3|Nobody should have to walk a wet pier in a gale to prove that they care,]” it said in a statement.",
  "Thorne read the statement twice. “[1|They are right about the gale.]”",
  "By six the wind had gone round to the north. The lamp came on at 16.12, a minute late by her watch, and burned without a flicker until the relief boat was in.",
  "“[4|I saw it from the bar,]” said Adam Tregear, the pilot. “[4|It looked like a lamp.]” Asked whether he could tell who had lit it, he laughed. “[4|You can always tell. She lights it before you need it.]”",
  "Thorne stayed until the thermos was empty.",
  "“[1|I shall give it until the first fog,]” she said. “[1|After that we shall see who has the key.]”",
];

/** A story of the tests' own, with quotations marked by hand. */
export function storyFixture(changes: Partial<Article> = {}): Article {
  const quotations: Quotation[] = [];
  const blocks: Block[] = paragraphs.map((source, index) => {
    const id = `b${index + 1}`;
    let text = "";
    let rest = source;
    for (;;) {
      const match = /\[(\d)\|([^\]]*)\]/.exec(rest);
      if (match === null) break;
      const [whole, speaker = "0", words = ""] = match;
      text += rest.slice(0, match.index);
      quotations.push({
        id: `quote${quotations.length + 1}`,
        kind: "direct",
        statement: quotations.length + 1,
        speaker: speaker === "0" ? null : `s${speaker}`,
        text: words,
        segments: [{ block: id, start: text.length, end: text.length + words.length }],
        cue: "said",
        confidence: 0.9,
        attributedBy: "engine",
      });
      text += words;
      rest = rest.slice(match.index + whole.length);
    }
    return { id, type: "paragraph", text: text + rest, inlines: [], level: null, ordered: null };
  });
  return {
    slug: "the-lamp-at-skelwick",
    url: "http://localhost/articles/the-lamp-at-skelwick",
    revision: 1,
    headline: "The lamp at Skelwick will light itself, and its keeper has doubts",
    description: "A timer replaces a walk that three women have made every evening for forty years.",
    datePublished: "2026-10-06",
    dateModified: "2026-10-06T08:00:00Z",
    author: "Nell Farrow",
    publisher: "The Skelwick Packet",
    inLanguage: "en-GB",
    image: null,
    blocks,
    speakers,
    quotations,
    ...changes,
  };
}

/** The front page's row of a story. */
export function summaryOf(article: Article): ArticleSummary {
  return { ...article, wordCount: wordCount(article), score: scoreOf(article) };
}
