import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Publication, publish } from "#newsroom/permalinks/publish.ts";
import { fold } from "#text/fold.ts";
import { wordingId, wordingOf } from "#text/wording.ts";
import { draftOf, type Telling } from "#tools/support/tell.ts";

const voices = ["Ana Ruiz", "Ruiz", "Dr Ana Ruiz", "Ben Oduya", "[Kent Police]", "?"];
const vocabulary = [
  "we",
  "will",
  "won't",
  "nobody",
  "somebody",
  "keep",
  "the",
  "ferry",
  "14",
  "41",
  "—",
  "“no,”",
];

/** Whom a voice's name means, whatever its form. */
const person = (name: string | null) => (name?.endsWith("Ruiz") === true ? "Ana Ruiz" : name);

const line = fc
  .tuple(fc.constantFrom(...voices), fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 9 }))
  .map(([voice, words]) => `${voice}: ${words.join(" ")}`);
const telling = fc.array(line, { maxLength: 8 });

/** What an editor may do to a story; positions are shares of its length. */
const edit = fc.oneof(
  fc.record({ do: fc.constant("rewrite" as const), telling }),
  fc.record({ do: fc.constant("insert" as const), at: fc.double({ min: 0, max: 1, noNaN: true }), line }),
  fc.record({ do: fc.constant("delete" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constant("repeat" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    do: fc.constant("word" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    word: fc.constantFrom(...vocabulary),
  }),
  fc.record({
    do: fc.constant("voice" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    voice: fc.constantFrom(...voices),
  }),
  fc.record({ do: fc.constant("curl" as const) }),
  fc.record({ do: fc.constant("reverse" as const) }),
  fc.record({ do: fc.constant("revert" as const), to: fc.double({ min: 0, max: 1, noNaN: true }) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(history: readonly Telling[], change: Edit): Telling {
  const now = history.at(-1) ?? [];
  const index = (share: number, length: number) => Math.min(length - 1, Math.floor(share * length));
  switch (change.do) {
    case "rewrite":
      return change.telling;
    case "insert":
      return now.toSpliced(index(change.at, now.length + 1), 0, change.line);
    case "delete":
      return now.toSpliced(index(change.at, now.length), 1);
    case "repeat":
      return now.toSpliced(now.length, 0, ...now.slice(index(change.at, now.length)).slice(0, 1));
    case "word":
      return now.map((old, at) =>
        at === index(change.at, now.length) ? old.replace(/: \S+/, `: ${change.word}`) : old,
      );
    case "voice":
      return now.map((old, at) =>
        at === index(change.at, now.length) ? old.replace(/^[^:]+/, change.voice) : old,
      );
    case "curl":
      return now.map((old) => old.replaceAll("'", "’").replaceAll("“", "‘").replaceAll("”", "’"));
    case "reverse":
      return now.toReversed();
    case "revert":
      return history[index(change.to, history.length)] ?? [];
  }
}

/** Plays edits one after another and shows each publication beside the one before. */
function play(
  first: Telling,
  edits: readonly Edit[],
  look: (now: Publication, before: Publication | null) => void,
): void {
  const history: Telling[] = [first];
  let before: Publication | null = null;
  for (let day = 1; day <= edits.length + 1; day += 1) {
    const previous: Publication | null = before;
    const now = publish(
      previous && {
        article: { ...previous.article, url: "https://example.org/articles/story" },
        permalinks: previous.permalinks,
      },
      draftOf(history.at(-1) ?? [], day),
    );
    look(now, before);
    before = now;
    const change = edits[day - 1];
    if (change !== undefined) history.push(apply(history, change));
  }
}

const run = (look: (now: Publication, before: Publication | null) => void) =>
  fc.assert(
    fc.property(telling, fc.array(edit, { minLength: 1, maxLength: 10 }), (first, edits) =>
      play(first, edits, look),
    ),
    { numRuns: 250 },
  );

describe("after any sequence of edits and reverts", () => {
  test("every published id still answers, once", () => {
    run((now, before) => {
      const ids = now.permalinks.map(({ quotation }) => quotation.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { quotation } of before?.permalinks ?? []) expect(ids).toContain(quotation.id);
      for (const { id } of now.article.quotations) expect(ids).toContain(id);
    });
  });

  test("an id names its words and no others, and no two quotations share one", () => {
    run(({ article, permalinks }) => {
      const ids = article.quotations.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, text } of article.quotations) expect(wordingOf(id)).toBe(wordingId(text));
      for (const { quotation } of permalinks) expect(wordingOf(quotation.id)).toBe(wordingId(quotation.text));
    });
  });

  test("a state says the truth about the words that are in the story", () => {
    run(({ article, permalinks }) => {
      const current = new Map(article.quotations.map((quotation) => [quotation.id, quotation]));
      for (const { state, quotation, history, successor, diff, speaker } of permalinks) {
        const published = history[0];
        const here = current.get(quotation.id);
        if (state === "verbatim") expect(here?.text).toBe(published?.text);
        if (state === "retypeset") {
          expect(here?.text).not.toBe(published?.text);
          expect(fold(here?.text ?? "")).toBe(fold(published?.text ?? ""));
        }
        if (state === "reattributed") expect(speaker?.name).not.toBe(published?.speaker?.name);
        expect(here !== undefined).toBe(state !== "edited" && state !== "removed");
        expect(successor !== null && diff !== null).toBe(state === "edited");
        if (state === "edited") {
          expect(wordingOf(successor ?? "")).not.toBe(wordingOf(quotation.id));
          const heir = current.get(successor ?? "");
          const joined = (leftOut: string) =>
            diff
              ?.filter(({ op }) => op !== leftOut)
              .map(({ text }) => text)
              .join("");
          expect(joined("insert")).toBe(quotation.text);
          expect(joined("delete")).toBe(heir?.text);
        }
      }
    });
  });

  test("words are never passed off as another speaker's, nor is their successor", () => {
    run(({ article, permalinks }) => {
      const speakers = new Map(article.speakers.map(({ id, name }) => [id, name]));
      const sayer = (id: string | null) =>
        person(
          speakers.get(article.quotations.find((quotation) => quotation.id === id)?.speaker ?? "") ?? null,
        );
      for (const { state, quotation, history, successor, speaker } of permalinks) {
        if (state === "verbatim" || state === "retypeset")
          expect(sayer(quotation.id)).toBe(person(history[0]?.speaker?.name ?? null));
        if (state === "edited") expect(sayer(successor)).toBe(person(speaker?.name ?? null));
      }
    });
  });

  test("the same story again changes nothing", () => {
    fc.assert(
      fc.property(telling, telling, (first, second) => {
        let last: Publication | null = null;
        const again: Edit = { do: "voice", at: 0, voice: second[0]?.split(":")[0] ?? "?" };
        play(first, [{ do: "rewrite", telling: second }, again], (now) => {
          if (now.article.revision === 3) {
            expect(now.change.quotations).toEqual([]);
            expect(now.permalinks).toEqual(last?.permalinks);
          }
          last = now;
        });
      }),
      { numRuns: 200 },
    );
  });

  test("a history only grows", () => {
    run((now, before) => {
      before?.permalinks.forEach(({ history }, at) => {
        expect(now.permalinks[at]?.history.slice(0, history.length)).toEqual(history);
      });
    });
  });
});
