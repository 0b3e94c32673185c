import { describe, expect, test } from "vitest";
import { wordingId } from "#text/wording.ts";
import { permalinkOf, publishAll } from "./tell.ts";

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
});
