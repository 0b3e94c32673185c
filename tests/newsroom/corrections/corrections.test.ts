import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "#model/article.ts";
import type { Decision } from "#model/correction.ts";
import type { Readers } from "#newsroom/reading/open-readers.ts";
import { readSource } from "#newsroom/reading/read-source.ts";
import { openNewsroom, type TestNewsroom } from "../open-newsroom.ts";

let newsroom: TestNewsroom;
beforeEach(async () => {
  newsroom = await openNewsroom();
});
afterEach(() => newsroom.close());

const slug = "the-pier";
const story = `---
slug: the-pier
lang: en
---

# The pier

The pier at Sandle was closed on Monday, and the label on its gate said “temporary” for the ninth year.

“We will rebuild it in oak,” said Ada Berg, the harbour master. “I promised my mother.”

“It was never safe,” said Jon Dahl, a fisherman. The notes of the meeting record a shout of no thanks from the back.
`;
const edited = story
  .replace("closed on Monday", "closed again on Tuesday")
  .replace("# The pier", "# The old pier");

/** What a reader sees of who said what. */
const voices = ({ quotations, speakers }: Pick<Article, "quotations" | "speakers">) =>
  quotations.map(({ text, speaker, confidence, attributedBy }) => {
    const who = speakers.find(({ id }) => id === speaker);
    return { text, name: who?.name ?? null, role: who?.role ?? null, confidence, attributedBy };
  });
const find = (article: Pick<Article, "quotations" | "speakers">, words: string) =>
  voices(article).find(({ text }) => text.startsWith(words));

/** An engine with other weights: it is less sure of everything, and calls people by their surnames. */
const otherEngine: Readers = {
  async read(source) {
    const { story: read, reading } = readSource(source);
    const quotations = reading.quotations.map((each) => ({ ...each, confidence: 0.5 }));
    const speakers = reading.speakers.map((each) => ({ ...each, name: each.name.replace(/^\S+ /u, "") }));
    return { story: read, reading: { ...reading, speakers, quotations } };
  },
  close: async () => {},
};

interface Case {
  readonly decision: (article: Pick<Article, "quotations">) => Decision;
  readonly wording: string | null;
  readonly holds: (article: Pick<Article, "quotations" | "speakers">) => void;
}

const idOf = ({ quotations }: Pick<Article, "quotations">, words: string) =>
  quotations.find(({ text }) => text.startsWith(words))?.id ?? "";

const cases: Readonly<Record<string, Case>> = {
  "this is somebody else's": {
    decision: (article) => ({
      kind: "speaker",
      quotation: idOf(article, "It was never"),
      name: "Bo Lind",
      role: "diver",
    }),
    wording: "It was never safe,",
    holds: (article) =>
      expect(find(article, "It was never")).toEqual({
        text: "It was never safe,",
        name: "Bo Lind",
        role: "diver",
        confidence: 1,
        attributedBy: "editor",
      }),
  },
  "this is no quotation": {
    decision: (article) => ({ kind: "not-a-quotation", quotation: idOf(article, "I promised") }),
    wording: "I promised my mother.",
    holds: (article) => expect(find(article, "I promised")).toBeUndefined(),
  },
  "this is one": {
    decision: () => ({ kind: "quotation", text: "no thanks", name: "Jon Dahl", role: null }),
    wording: "no thanks",
    holds: (article) =>
      expect(find(article, "no thanks")).toMatchObject({
        name: "Jon Dahl",
        confidence: 1,
        attributedBy: "editor",
      }),
  },
  "this role": {
    decision: () => ({ kind: "role", name: "Jon Dahl", role: "chair of the anglers" }),
    wording: null,
    holds: (article) => expect(find(article, "It was never")).toMatchObject({ role: "chair of the anglers" }),
  },
  "these two are one person": {
    decision: () => ({ kind: "same-person", name: "Jon Dahl", as: "Ada Berg" }),
    wording: null,
    holds: (article) => {
      expect(find(article, "It was never")).toMatchObject({
        name: "Ada Berg",
        confidence: 1,
        attributedBy: "editor",
      });
      expect(article.speakers.map(({ name }) => name)).not.toContain("Jon Dahl");
    },
  },
  "this name is spelled so": {
    decision: () => ({ kind: "spelling", name: "Jon Dahl", as: "Jón Dahl" }),
    wording: null,
    holds: (article) => expect(find(article, "It was never")).toMatchObject({ name: "Jón Dahl" }),
  },
};

describe.each(Object.entries(cases))("“%s”", (_, { decision, wording, holds }) => {
  test("holds after the same text, an edit elsewhere and another engine, until it is undone", async () => {
    const { article: first } = await newsroom.bring(story);
    const corrected = await newsroom.correct(slug, decision(first), wording);
    expect(corrected.status).toBe("revised");
    holds(corrected.article);

    expect((await newsroom.bring(story)).status).toBe("unchanged");
    const later = await newsroom.bring(edited);
    expect(later.status).toBe("revised");
    holds(later.article);

    const upgraded = await newsroom.bring(`${edited}\nOne more paragraph.\n`, "/stories/story.md", {
      readers: otherEngine,
    });
    expect(upgraded.status).toBe("revised");
    holds(upgraded.article);

    await newsroom.bring(story);
    const undone = await newsroom.undo(slug, 1);
    expect(voices(undone.article)).toEqual(voices(first));
  });
});

test("decisions in a story's front matter hold like an editor's, and go when they are taken out", async () => {
  const front = (corrections: string) => story.replace("lang: en\n", `lang: en\n${corrections}`);
  const { article: first } = await newsroom.bring(story);
  const { article } = await newsroom.bring(
    front(`corrections:
  - quotation: "It was never safe,"
    speaker: Bo Lind
  - not-a-quotation: I promised my mother.
  - quotation: no thanks
    add: true
    speaker: Jon Dahl
  - name: Ada Berg
    role: keeper of the pier
`),
  );
  expect(find(article, "It was never")).toMatchObject({ name: "Bo Lind", attributedBy: "editor" });
  expect(find(article, "I promised")).toBeUndefined();
  expect(find(article, "no thanks")).toMatchObject({ name: "Jon Dahl" });
  expect(find(article, "We will")).toMatchObject({ role: "keeper of the pier" });
  expect(voices((await newsroom.bring(story)).article)).toEqual(voices(first));
});

test("front matter names a quotation by its first words, unless several begin so", async () => {
  const front = (quotation: string) =>
    story.replace(
      "lang: en\n",
      `lang: en\ncorrections:\n  - quotation: ${quotation}\n    speaker: Bo Lind\n`,
    );
  const { article } = await newsroom.bring(front("It was never"));
  expect(find(article, "It was never")).toMatchObject({ name: "Bo Lind", confidence: 1 });
  const unclear = await newsroom.bring(front("I"));
  expect(find(unclear.article, "It was never")).toMatchObject({ name: "Jon Dahl", attributedBy: "engine" });
});

test("a decision about words that an edit took away rests, and holds again when they come back", async () => {
  const { article } = await newsroom.bring(story);
  await newsroom.correct(
    slug,
    { kind: "speaker", quotation: idOf(article, "It was never"), name: "Bo Lind", role: null },
    "It was never safe,",
  );
  const without = await newsroom.bring(story.replace("It was never safe,", "It was always damp,"));
  expect(find(without.article, "It was always")).toMatchObject({ name: "Jon Dahl", attributedBy: "engine" });
  const back = await newsroom.bring(story);
  expect(find(back.article, "It was never")).toMatchObject({ name: "Bo Lind", attributedBy: "editor" });
});
