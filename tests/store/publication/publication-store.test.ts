import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "#store/store.ts";
import { draftOf, quotation } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "../support.ts";

const digestOf = (slug: string) => createHash("sha256").update(slug).digest("hex");
const gone = (reason: string | null) => ({
  problem: { status: 410, unpublished: { date: "2027-03-03T08:00:00.000Z", reason } },
});
const missing = { problem: { status: 404 } };

describe.each(databases)("taking stories off on %s", (name) => {
  let database: TestDatabase;
  let store: Store;
  let clock = Date.parse("2027-03-03T08:00:00Z");

  beforeAll(async () => {
    database = await createDatabase(name);
    store = await database.open({ now: () => clock });
    await store.articles.save(draftOf("beside"));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const vote = (slug: string, reader: string) =>
    store.votes.cast({ slug, reader, answer: "yes", suspicious: false });
  const listed = async () =>
    (await store.articles.list({ limit: 100, cursor: null })).articles.map(({ slug }) => slug);

  test("a story that is off is told of nowhere but with its reason, and comes back with all that it had", async () => {
    await store.articles.save(draftOf("off and on"));
    await vote("off and on", "ann");
    const before = {
      article: await store.articles.find("off and on"),
      permalink: await store.articles.permalink("off and on", quotation.id),
      changes: await store.articles.changes("off and on"),
      vote: await store.votes.state("off and on", "ann"),
      further: await store.articles.further("beside"),
    };
    expect(before.further?.sameNames.map(({ article }) => article.slug)).toContain("off and on");
    const version = await store.articles.version();
    await store.publication.unpublish("off and on", "A name was wrong.");
    expect(await store.articles.version()).toBeGreaterThan(version);
    for (const ask of [
      () => store.articles.find("off and on"),
      () => store.articles.permalink("off and on", quotation.id),
      () => store.articles.changes("off and on"),
      () => store.articles.further("off and on"),
      () => store.votes.state("off and on", "ann"),
      () => vote("off and on", "ben"),
      () => store.votes.cast({ slug: "off and on", reader: "ann", answer: null, suspicious: false }),
    ])
      await expect(ask()).rejects.toMatchObject(gone("A name was wrong."));
    expect(await listed()).not.toContain("off and on");
    expect(JSON.stringify(await store.articles.further("beside"))).not.toContain("off and on");
    expect((await store.articles.published("off and on"))?.unpublished?.reason).toBe("A name was wrong.");

    expect(await store.publication.publish("off and on")).toBe(true);
    expect({
      article: await store.articles.find("off and on"),
      permalink: await store.articles.permalink("off and on", quotation.id),
      changes: await store.articles.changes("off and on"),
      vote: await store.votes.state("off and on", "ann"),
      further: await store.articles.further("beside"),
    }).toEqual(before);
    expect(await store.publication.publish("off and on")).toBe(false);
  });

  test("taken off again it is off since the first time, and keeps its reason until there is another", async () => {
    await store.articles.save(draftOf("off twice"));
    const first = await store.publication.unpublish("off twice", "A name was wrong.");
    expect(first.reason).toBe("A name was wrong.");
    expect(await store.publication.unpublish("off twice", null)).toEqual(first);
    const again = await store.publication.unpublish("off twice", "A name and a date were wrong.");
    expect(again).toEqual({ ...first, reason: "A name and a date were wrong." });
    expect((await store.articles.published("off twice"))?.unpublished).toEqual(again);
    await store.publication.publish("off twice");
    expect((await store.publication.unpublish("off twice", null)).reason).toBeNull();
  });

  test("votes that come together are each told what their own story is", async () => {
    await store.articles.save(draftOf("is off"));
    await store.publication.unpublish("is off", null);
    const outcomes = await Promise.allSettled([
      vote("beside", "cy"),
      vote("is off", "cy"),
      vote("nowhere", "cy"),
    ]);
    expect(outcomes).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: gone(null) },
      { status: "rejected", reason: missing },
    ]);
  });

  test("a revision of a story that is off is kept, and the story stays off", async () => {
    await store.articles.save(draftOf("revised off"));
    await store.publication.unpublish("revised off", null);
    await store.articles.save(draftOf("revised off", { revision: 2, headline: "Put right" }));
    await expect(store.articles.find("revised off")).rejects.toMatchObject(gone(null));
    expect(JSON.stringify(await store.articles.further("beside"))).not.toContain("Put right");
    await store.publication.publish("revised off");
    expect((await store.articles.find("revised off"))?.headline).toBe("Put right");
  });

  test("a deleted story is nowhere, with its votes, and its address may be used anew", async () => {
    await store.articles.save(draftOf("deleted"));
    await store.articles.save(draftOf("deleted", { revision: 2 }));
    await vote("deleted", "dee");
    await store.corrections.add("deleted", {
      decision: { kind: "role", name: "Ines Marlow", role: null },
      wording: null,
      madeAt: "2027-03-03T09:00:00Z",
      origin: "editor",
    });
    await store.publication.delete("deleted");
    expect(await store.articles.find("deleted")).toBeNull();
    expect(await store.articles.published("deleted")).toBeNull();
    expect(await store.articles.permalink("deleted", quotation.id)).toBeNull();
    expect(await store.articles.slugOfSource("stories/deleted.txt")).toBeNull();
    await expect(vote("deleted", "dee")).rejects.toMatchObject(missing);
    expect((await store.votes.results({ slug: null, perDay: true })).map(({ slug }) => slug)).not.toContain(
      "deleted",
    );
    await store.articles.save(draftOf("deleted"));
    expect(await store.votes.state("deleted", "dee")).toEqual({ tally: { yes: 0, no: 0 }, mine: null });
    expect(await store.corrections.list("deleted")).toEqual([]);
  });

  test("a picture goes with the last story that has it", async () => {
    const image = (file: string) => ({
      src: `/images/${file}-960.webp`,
      width: 960,
      height: 540,
      caption: null,
      credit: null,
      alt: null,
      sources: [{ type: "image/avif" as const, src: `/images/${file}-480.avif`, width: 480 }],
    });
    await store.articles.save(draftOf("own picture", { image: image("before") }));
    await store.articles.save(draftOf("own picture", { revision: 2, image: image("shared") }));
    await store.articles.save(draftOf("same picture", { image: image("shared") }));
    expect(await store.publication.delete("own picture")).toEqual([
      "/images/before-960.webp",
      "/images/before-480.avif",
    ]);
    expect(await store.publication.delete("same picture")).toEqual([
      "/images/shared-960.webp",
      "/images/shared-480.avif",
    ]);
  });

  test("votes that are cast while a story is deleted leave nothing behind", async () => {
    await store.articles.save(draftOf("busy"));
    const other = await database.open({ now: () => clock });
    const casts = Array.from({ length: 300 }, (_, reader) =>
      (reader % 2 === 0 ? store : other).votes
        .cast({ slug: "busy", reader: `busy ${reader}`, answer: "yes", suspicious: false })
        .then(
          () => "counted",
          (error: { problem?: { status: number } }) => error.problem?.status ?? error,
        ),
    );
    await store.publication.delete("busy");
    expect(new Set(await Promise.all(casts)).difference(new Set(["counted", 404, 410]))).toEqual(new Set());
    await other.close();
    await store.articles.save(draftOf("busy"));
    expect((await store.votes.state("busy", null)).tally).toEqual({ yes: 0, no: 0 });
    expect(await store.votes.results({ slug: "busy", perDay: true })).toEqual([]);
  });

  test("what was taken off is told by its digest, for three months", async () => {
    await store.articles.save(draftOf("listed"));
    await store.publication.unpublish("listed", null);
    expect(await store.publication.takenOff()).toContainEqual({
      digest: digestOf("listed"),
      date: "2027-03-03T08:00:00.000Z",
    });
    clock += 91 * 86_400_000;
    expect(await store.publication.takenOff()).toEqual([]);
    clock -= 91 * 86_400_000;
  });

  test("an unknown slug is told so", async () => {
    for (const ask of [
      () => store.publication.unpublish("nowhere", null),
      () => store.publication.publish("nowhere"),
      () => store.publication.delete("nowhere"),
    ])
      await expect(ask()).rejects.toMatchObject(missing);
  });
});

describe.each(databases)("samples on %s", (name) => {
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

  test("may come until something of the publisher's has, whatever becomes of that", async () => {
    const { articles, publication } = store;
    expect(await publication.areSamplesWelcome()).toBe(true);
    await articles.save({ ...draftOf("sample one"), isSample: true });
    expect(await publication.areSamplesWelcome()).toBe(true);
    expect(await publication.samples()).toEqual(["sample one"]);
    await articles.save(draftOf("their own"));
    await publication.delete("their own");
    expect(await publication.areSamplesWelcome()).toBe(false);
    await articles.save({ ...draftOf("sample two"), isSample: true });
    await articles.save(draftOf("sample two", { revision: 2, headline: "A publisher's now" }));
    expect(await publication.samples()).toEqual(["sample one"]);
  });
});
