import { afterEach, beforeEach, expect, test } from "vitest";
import { publishSamples } from "#cli/publish-samples.ts";
import { samples } from "#samples/samples.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { draftOf, silent } from "#tools/support/story-draft.ts";
import { openTexts, story, type Texts } from "./texts.ts";

let texts: Texts;
let store: Store;

beforeEach(async () => {
  texts = openTexts();
  store = await openStore({
    databaseUrl: null,
    dataDir: texts.dataDir,
    siteUrl: "http://localhost",
    log: silent,
  });
});
afterEach(async () => {
  await store.close();
  texts.close();
});

const imagesDir = () => `${texts.dir}/images`;
const start = async () => expect((await texts.run(["publish-samples"])).status).toBe(0);
const listed = async () => (await store.articles.list({ limit: 100, cursor: null })).articles.length;

test("a first start that was interrupted is finished by the next one, and by that alone", async () => {
  let saves = 0;
  const interrupted: Store = {
    ...store,
    articles: {
      ...store.articles,
      save: (draft) => {
        saves += 1;
        return saves > 2 ? Promise.reject(new Error("switched off")) : store.articles.save(draft);
      },
    },
  };
  await expect(publishSamples(interrupted, imagesDir())).rejects.toThrow("switched off");
  expect(await listed()).toBe(2);
  await start();
  expect(await listed()).toBe(samples.length);
  expect(await store.publication.areSamplesWelcome()).toBe(false);
});

test("samples don't come where a story of the publisher's has been, though it is gone", async () => {
  await store.articles.save(draftOf("their own"));
  await store.publication.delete("their own");
  await start();
  expect(await listed()).toBe(0);
});

test("“delete --samples” takes them all with their pictures, leaves a publisher's, and they don't come again", async () => {
  await start();
  texts.write("own.txt", story("Pier saved"));
  expect((await texts.run(["ingest", "own.txt"])).status).toBe(0);
  const { articles } = await store.articles.list({ limit: 100, cursor: null });
  const sample = articles.find(({ slug }) => slug !== "pier-saved");
  const article = await store.articles.find(sample?.slug ?? "");
  const speaker = article?.speakers[0]?.name ?? "";
  // Who tries a correction out on a sample has not made a story of their own of it.
  const corrected = await texts.run(["correct", sample?.slug ?? "", "role", speaker, "a witness"]);
  expect([corrected.status, corrected.stdout]).toEqual([0, expect.stringContaining("revision 2")]);

  const deleted = await texts.run(["delete", "--samples"]);
  expect(deleted).toEqual({ status: 0, stdout: `${samples.length} samples deleted\n`, stderr: "" });
  await start();
  expect((await store.articles.list({ limit: 100, cursor: null })).articles.map(({ slug }) => slug)).toEqual([
    "pier-saved",
  ]);
  expect(await texts.run(["delete", "--samples"])).toMatchObject({
    status: 0,
    stdout: "there are no samples\n",
  });
});
