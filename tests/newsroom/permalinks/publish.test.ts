import { describe, expect, test } from "vitest";
import { publish } from "#newsroom/permalinks/publish.ts";
import { wordingId } from "#text/wording.ts";
import { draftOf, permalinkOf, publishAll } from "#tools/support/tell.ts";

const h1 = wordingId("We will build ten homes here.");
const h2 = wordingId("We will build nine homes here.");

describe("publish", () => {
  test("publishes each quotation of a first revision under the id of its words", () => {
    const { article, permalinks, change } = publishAll([
      ["Ana Ruiz: We will build ten homes here.", "Ben Oduya: No comment.", "Ana Ruiz: No comment."],
    ]);
    expect(article.revision).toBe(1);
    expect(article.quotations.map(({ id }) => id)).toEqual([
      h1,
      wordingId("No comment"),
      `${wordingId("No comment")}-2`,
    ]);
    expect(permalinks.map(({ state }) => state)).toEqual(["verbatim", "verbatim", "verbatim"]);
    expect(permalinks[0]?.history.map(({ event }) => event)).toEqual(["published"]);
    expect(change).toEqual({ revision: 1, date: "2024-01-01T00:00:00.000Z", quotations: [] });
  });

  test("shows an edited quotation's successor and the difference", () => {
    const publication = publishAll([
      ["Ana Ruiz: We will build ten homes here."],
      ["Ana Ruiz: We will build nine homes here."],
    ]);
    expect(permalinkOf(publication, h1)).toMatchObject({
      state: "edited",
      successor: h2,
      diff: [
        { op: "equal", text: "We will build " },
        { op: "delete", text: "ten" },
        { op: "insert", text: "nine" },
        { op: "equal", text: " homes here." },
      ],
    });
    expect(publication.change.quotations).toEqual([
      expect.objectContaining({ id: h1, state: "edited", successor: h2, speaker: "Ana Ruiz" }),
    ]);
  });

  test("tells whose the words were that another is found to have said", () => {
    const { change } = publishAll([["Ana Ruiz: No comment."], ["Ben Oduya: No comment."]]);
    expect(change.quotations).toEqual([
      expect.objectContaining({ state: "reattributed", speakerBefore: "Ana Ruiz", speaker: "Ben Oduya" }),
    ]);
  });

  test("tells the whole story of a wording in its history", () => {
    const publication = publishAll([
      ["Ana Ruiz: We will build ten homes here."],
      ["Ana Ruiz: We will build nine homes here."],
      ["Ana Ruiz: We will build ten homes here."],
      [],
      ["Ben Oduya: We will build ten homes here"],
      ["Ana Ruiz: We will build ten homes here"],
    ]);
    expect(permalinkOf(publication, h1).history.map(({ revision, event }) => [revision, event])).toEqual([
      [1, "published"],
      [2, "edited"],
      [3, "restored"],
      [4, "removed"],
      [5, "reattributed"],
      [6, "restored"],
    ]);
    expect(permalinkOf(publication, h1).state).toBe("retypeset");
  });

  test("takes a name that an editor mended for the same speaker", () => {
    const published = publish(null, draftOf(["Ada Burg: We keep it."]));
    const article = { ...published.article, url: "https://example.org/articles/story" };
    const mended = (renames: readonly { name: string; as: string }[]) =>
      publish({ article, permalinks: published.permalinks }, draftOf(["Ada Berg: We keep it."], 2), renames);
    expect(mended([{ name: "Ada Burg", as: "Ada Berg" }]).permalinks[0]?.state).toBe("verbatim");
    expect(mended([]).permalinks[0]?.state).toBe("reattributed");
  });

  test("finds each of five hundred successors among five hundred", () => {
    const story = (change: (text: string) => string) =>
      Array.from({ length: 500 }, (_, at) =>
        change(
          `Ana Ruiz: ${Array.from({ length: 12 }, (_, word) => `w${(at * 7 + word * 13) % 997}`).join(" ")} end`,
        ),
      );
    const published = publishAll([story((text) => text), story((text) => text.replace("end", "close"))]);
    expect(published.permalinks.filter(({ state }) => state === "edited")).toHaveLength(500);
    for (const { quotation, successor } of published.permalinks.slice(0, 500)) {
      expect(successor).toBe(wordingId(quotation.text.replace("end", "close")));
    }
  });
});
