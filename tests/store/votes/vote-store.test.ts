import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "#model/vote.ts";
import type { Store } from "#store/store.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "../support.ts";

describe.each(databases)("votes on %s", (name) => {
  let database: TestDatabase;
  let store: Store;
  let clock = Date.UTC(2026, 2, 4, 12);
  let slug = "";
  let story = 0;

  const vote = (reader: string, answer: Answer | null, suspicious = false) =>
    store.votes.cast({ slug, reader, answer, suspicious });

  beforeAll(async () => {
    database = await createDatabase(name);
    store = await database.open({ now: () => clock });
  });
  beforeEach(async () => {
    story += 1;
    slug = `story-${story}`;
    await store.articles.save(draftOf(slug));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test("a vote counts once, however often it is sent", async () => {
    for (let time = 1; time <= 3; time += 1) {
      expect(await vote("ann", "yes")).toEqual({ tally: { yes: 1, no: 0 }, mine: "yes" });
    }
    expect(await store.votes.state(slug, "ann")).toEqual({ tally: { yes: 1, no: 0 }, mine: "yes" });
  });

  test("the last word wins, and a withdrawal leaves nothing", async () => {
    await vote("ben", "no");
    await vote("ann", "yes");
    expect(await vote("ann", "no")).toEqual({ tally: { yes: 0, no: 2 }, mine: "no" });
    expect(await vote("ann", null)).toEqual({ tally: { yes: 0, no: 1 }, mine: null });
    expect(await vote("ann", null)).toEqual({ tally: { yes: 0, no: 1 }, mine: null });
    expect(await store.votes.state(slug, null)).toEqual({ tally: { yes: 0, no: 1 }, mine: null });
  });

  test("clicks in one breath settle on the last", async () => {
    const answers = ["yes", "no", null, "no", "yes", "no"] as const;
    await Promise.all(answers.map((answer) => vote("ann", answer)));
    expect(await store.votes.state(slug, "ann")).toEqual({ tally: { yes: 0, no: 1 }, mine: "no" });
  });

  test("of many votes at once, those for no story fail alone", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 900 }, (_, index) =>
        store.votes.cast({
          slug: index % 100 === 7 ? "no-such-story" : slug,
          reader: `reader ${index}`,
          answer: index % 3 === 0 ? "no" : "yes",
          suspicious: false,
        }),
      ),
    );
    const failures = outcomes.filter(({ status }) => status === "rejected");
    expect(failures).toHaveLength(9);
    for (const failure of failures) expect(failure).toMatchObject({ reason: { problem: { status: 404 } } });
    const { tally } = await store.votes.state(slug, null);
    expect(tally.yes + tally.no).toBe(891);
  });

  test("a vote that the database cannot hold fails alone", async () => {
    const readers = ["ann", "nul\u0000", "ben", "cat"];
    const outcomes = await Promise.allSettled(readers.map((reader) => vote(reader, "yes")));
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(3);
    for (const reader of ["ann", "ben", "cat"]) {
      expect((await store.votes.state(slug, reader)).mine).toBe("yes");
    }
  });

  test("a full queue turns late comers away with a 503 and a time to come back, and loses nobody else", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20_100 }, (_, number) => vote(`reader ${number}`, "yes")),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(100);
    expect(refused[0]?.reason).toMatchObject({ problem: { status: 503 }, retryAfter: 2 });
    expect((await store.votes.state(slug, null)).tally.yes).toBe(20_000);
  });

  test("the state of an unknown story is a 404", async () => {
    await expect(store.votes.state("no-such-story", null)).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  test("a forgotten reader leaves no vote on any story, and others stay", async () => {
    await store.articles.save(draftOf(`${slug}-other`));
    await vote("ann", "yes");
    await vote("ben", "yes");
    await store.votes.cast({ slug: `${slug}-other`, reader: "ann", answer: "no", suspicious: false });
    await store.votes.forget("ann");
    expect(await store.votes.state(slug, "ann")).toEqual({ tally: { yes: 1, no: 0 }, mine: null });
    expect(await store.votes.state(`${slug}-other`, "ann")).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
    await store.votes.forget("nobody");
  });

  test("to forget takes effect between the votes before and after it", async () => {
    await Promise.all([vote("ann", "yes"), store.votes.forget("ann"), vote("ann", "no")]);
    expect(await store.votes.state(slug, "ann")).toEqual({ tally: { yes: 0, no: 1 }, mine: "no" });
    await Promise.all([vote("ann", "yes"), store.votes.forget("ann")]);
    expect(await store.votes.state(slug, "ann")).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
  });

  test("a vote by the key of a forgotten reader changes nothing, on another server and beside other votes too", async () => {
    const byKey = (reader: string, answer: Answer | null = "yes") =>
      ({ slug, reader, answer, suspicious: false, byKey: true }) as const;
    const other = await database.open({ now: () => clock });
    await store.votes.cast(byKey("ann"));
    await store.votes.forget("ann");
    await store.votes.forget("ann");
    for (const { votes } of [store, other]) {
      const answers = await Promise.all([
        vote("ben", "no"),
        votes.cast(byKey("cat")),
        votes.cast(byKey("ann")),
        votes.cast(byKey("dan", null)),
        votes.cast(byKey("ann", "no")),
      ]);
      expect(answers.map(({ mine }) => mine)).toEqual(["no", "yes", null, null, null]);
      expect((await votes.cast(byKey("ann"))).mine).toBeNull();
    }
    await other.close();
    expect(await store.votes.state(slug, "ann")).toEqual({ tally: { yes: 1, no: 1 }, mine: null });
  });

  test("a vote by key that comes in one breath with the wish to be forgotten, or only after it, is not kept", async () => {
    const byKey = { slug, answer: "yes", suspicious: false, byKey: true } as const;
    await Promise.all([
      store.votes.cast({ ...byKey, reader: "eve" }),
      store.votes.forget("eve"),
      store.votes.cast({ ...byKey, reader: "eve" }),
      store.votes.forget("fay"),
      store.votes.cast({ ...byKey, reader: "fay" }),
    ]);
    expect((await store.votes.state(slug, null)).tally).toEqual({ yes: 0, no: 0 });
  });

  test("results count by story and by the day of the last word, with bursts apart", async () => {
    await vote("ann", "yes");
    await vote("bot 1", "no", true);
    await vote("bot 2", "no", true);
    clock = Date.UTC(2026, 2, 5, 0, 1);
    await vote("ben", "yes");
    await vote("ann", "no");
    await vote("bot 2", "yes");
    await vote("ann", "no");
    const story = { slug, headline: `Headline of ${slug}` };
    expect(await store.votes.results({ slug, perDay: false })).toEqual([
      { ...story, day: null, yes: 2, no: 2, suspicious: 2 },
    ]);
    expect(await store.votes.results({ slug, perDay: true })).toEqual([
      { ...story, day: "2026-03-04", yes: 0, no: 1, suspicious: 1 },
      { ...story, day: "2026-03-05", yes: 2, no: 1, suspicious: 1 },
    ]);
    await vote("bot 2", null);
    expect((await store.votes.results({ slug, perDay: false }))[0]?.suspicious).toBe(1);
  });

  test("results of an unknown story are a 404; of all stories, one row each", async () => {
    for (const perDay of [true, false]) {
      await expect(store.votes.results({ slug: "no-such-story", perDay })).rejects.toMatchObject({
        problem: { status: 404 },
      });
    }
    const all = await store.votes.results({ slug: null, perDay: false });
    expect(all.map((count) => count.slug)).toContain(slug);
    const recounted = await store.votes.results({ slug: null, perDay: true });
    for (const { slug: own, yes, no, suspicious } of all) {
      const days = recounted.filter((day) => day.slug === own);
      const sum = (key: "yes" | "no" | "suspicious") => days.reduce((total, day) => total + day[key], 0);
      expect({ yes, no, suspicious }).toEqual({
        yes: sum("yes"),
        no: sum("no"),
        suspicious: sum("suspicious"),
      });
    }
  });

  test("who was forgotten is noted for a month, and no longer once others are forgotten", async () => {
    const byKey = { slug, reader: "gus", answer: "yes", suspicious: false, byKey: true } as const;
    const day = 86_400_000;
    await store.votes.forget("gus");
    clock += 30 * day;
    await store.votes.forget("hal");
    expect((await store.votes.cast(byKey)).mine).toBeNull();
    clock += day;
    await store.votes.forget("hal");
    expect((await store.votes.cast(byKey)).mine).toBe("yes");
  });
});
