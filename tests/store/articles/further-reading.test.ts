import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article, Speaker } from "#model/article.ts";
import type { Store } from "#store/store.ts";
import { draftOf, quotation } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "../support.ts";

type Named = Pick<Speaker, "name"> & Partial<Speaker>;

/** A story that quotes these people, one after the other. */
const quoting = (slug: string, people: readonly Named[], changes: Partial<Article> = {}) =>
  draftOf(slug, {
    speakers: people.map((person, index) => ({
      id: `s${index + 1}`,
      role: null,
      kind: "person",
      introduced: null,
      ...person,
    })),
    quotations: people.map((_, index) => ({
      ...quotation,
      id: `quotation${index + 1}`,
      speaker: `s${index + 1}`,
    })),
    ...changes,
  });

describe.each(databases)("further reading on %s", (name) => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await createDatabase(name);
    store = await database.open();
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const next = async (slug: string) =>
    (await store.articles.further(slug))?.next.map((story) => story.slug) ?? null;
  const sameNames = async (slug: string) =>
    (await store.articles.further(slug))?.sameNames.map(({ article, speakers }) => [
      article.slug,
      ...speakers.map((speaker) => speaker.name),
    ]) ?? null;

  test("of an unknown story is null, and of the only one is nothing", async () => {
    expect(await store.articles.further("nowhere")).toBeNull();
    await store.articles.save(quoting("alone", [{ name: "Nobody Else" }], { datePublished: "2019-12-31" }));
    expect(await store.articles.further("alone")).toEqual({ next: [], sameNames: [] });
  });

  test("goes on as the front page does, and after its last story begins anew", async () => {
    for (const day of [1, 2, 3, 4])
      await store.articles.save(quoting(`day ${day}`, [], { datePublished: `2020-01-0${day}` }));
    expect(await next("day 4")).toEqual(["day 3", "day 2"]);
    expect(await next("day 2")).toEqual(["day 1", "alone"]);
    expect(await next("day 1")).toEqual(["alone", "day 4"]);
    expect(await next("alone")).toEqual(["day 4", "day 3"]);
  });

  test("says of a next story all that a list says, its score and its address included", async () => {
    const [story] = (await store.articles.further("day 1"))?.next ?? [];
    expect(story).toMatchObject({
      url: "https://paper.example/articles/alone",
      score: { voices: [{ speaker: { name: "Nobody Else" } }] },
    });
  });

  test("finds the other stories that quote somebody of a full name, with the role that they have there", async () => {
    await store.articles.save(quoting("a judge", [{ name: "Mara Quist", role: "a judge" }]));
    await store.articles.save(quoting("a pilot", [{ name: "Mara Quist", role: "a pilot" }]));
    expect((await store.articles.further("a judge"))?.sameNames).toEqual([
      {
        article: {
          slug: "a pilot",
          url: "https://paper.example/articles/a%20pilot",
          headline: "Headline of a pilot",
          datePublished: "2026-03-04",
          inLanguage: "en-GB",
        },
        speakers: [{ name: "Mara Quist", role: "a pilot" }],
      },
    ]);
  });

  test("takes no single word, organization or group for somebody", async () => {
    const others: readonly Named[] = [
      { name: "Smith" },
      { name: "Harbour Trust", kind: "organization" },
      { name: "Two residents", kind: "group" },
    ];
    await store.articles.save(quoting("vague", others));
    await store.articles.save(quoting("as vague", others));
    expect(await sameNames("vague")).toEqual([]);
  });

  test("puts stories with more names in common first, then the newest, and three at most", async () => {
    const both: readonly Named[] = [{ name: "Ola Trent" }, { name: "Ruth Abell" }];
    await store.articles.save(quoting("both", both, { datePublished: "2021-01-01" }));
    await store.articles.save(quoting("both before", both, { datePublished: "2020-06-01" }));
    for (const year of [2022, 2023, 2024, 2025])
      await store.articles.save(
        quoting(`trent ${year}`, both.slice(0, 1), { datePublished: `${year}-01-01` }),
      );
    expect(await sameNames("both")).toEqual([
      ["both before", "Ola Trent", "Ruth Abell"],
      ["trent 2025", "Ola Trent"],
      ["trent 2024", "Ola Trent"],
    ]);
    expect(await sameNames("trent 2025")).toEqual([
      ["trent 2024", "Ola Trent"],
      ["trent 2023", "Ola Trent"],
      ["trent 2022", "Ola Trent"],
    ]);
  });

  test("follows a story's revisions, saved one by one or together", async () => {
    await store.articles.save(quoting("before", [{ name: "Cleo Marsh" }]));
    await store.articles.save(quoting("revised", [{ name: "Cleo Marsh" }]));
    expect(await sameNames("before")).toEqual([["revised", "Cleo Marsh"]]);
    await store.articles.save(quoting("revised", [{ name: "Cleo Marsh-Bell" }], { revision: 2 }));
    expect(await sameNames("before")).toEqual([]);
    await Promise.all(
      [3, 4].map((revision) =>
        store.articles.save(
          quoting("revised", [{ name: revision === 4 ? "Cleo Marsh" : "Cleo M" }], { revision }),
        ),
      ),
    );
    expect(await sameNames("before")).toEqual([["revised", "Cleo Marsh"]]);
  });

  test("keeps names that an index could not hold out of it, and the story in", async () => {
    const strange = ["Ann ".repeat(2_000), "Ann\u0000 Onymous", "Ann  Okafor", " Ann Okafor "];
    const people = strange.map((name): Named => ({ name }));
    await store.articles.save(quoting("strange", people));
    expect((await store.articles.find("strange"))?.speakers).toHaveLength(4);
  });
});
