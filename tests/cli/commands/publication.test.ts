import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTexts, story, type Texts } from "../texts.ts";

let texts: Texts;
beforeEach(async () => {
  texts = openTexts();
  texts.write("pier.txt", story("Pier saved"));
  expect((await texts.run(["ingest", "pier.txt"])).status).toBe(0);
});
afterEach(() => texts.close());

const shown = async () => JSON.parse((await texts.run(["show", "pier-saved", "--json"])).stdout);

test("a story goes off with its reason and comes back", async () => {
  expect(await texts.run(["unpublish", "pier-saved", "--why", "A name was wrong."])).toEqual({
    status: 0,
    stdout: "pier-saved is off: A name was wrong.; verbatim publish pier-saved brings it back\n",
    stderr: "",
  });
  expect((await texts.run(["unpublish", "pier-saved"])).stdout).toContain("is off: A name was wrong.;");
  expect((await shown()).unpublished).toMatchObject({ reason: "A name was wrong." });
  expect((await texts.run(["show", "pier-saved"])).stdout).toMatch(/off since .*: A name was wrong\./);
  expect((await texts.run(["votes", "pier-saved", "--json"])).status).toBe(0);
  expect(await texts.run(["publish", "pier-saved"])).toMatchObject({
    status: 0,
    stdout: "pier-saved is published again\n",
  });
  expect((await shown()).unpublished).toBeNull();
  expect(await texts.run(["publish", "pier-saved"])).toMatchObject({
    status: 0,
    stdout: "pier-saved was not off\n",
  });
});

test("a text of a story that is off is kept, and one line says that it stays off", async () => {
  await texts.run(["unpublish", "pier-saved"]);
  texts.write("pier.txt", story("Pier saved", "We will paint it green"));
  const revised = await texts.run(["ingest", "pier.txt"]);
  expect(revised.status).toBe(0);
  expect(revised.stderr).toBe(
    "pier.txt: the story is off and stays off; this text is its revision 2, and verbatim publish pier-saved brings it back\n",
  );
  expect(await shown()).toMatchObject({
    article: { revision: 2 },
    unpublished: { reason: null },
    revisions: [{ revision: 2 }, { revision: 1 }],
  });
  expect((await texts.run(["ingest", "pier.txt"])).stderr).toBe(revised.stderr);
  const corrected = await texts.run(["correct", "pier-saved", "role", "Ada Berg", "engineer"]);
  expect(corrected.stdout).toContain("kept as revision 3 of a story that is off");
});

test("a story is deleted with its pictures and drawn cards, only when it is meant", async () => {
  const picture = join(texts.dir, "pier.png");
  await sharp({ create: { width: 600, height: 400, channels: 3, background: "#468" } })
    .png()
    .toFile(picture);
  expect((await texts.run(["ingest", "pier.txt", "--image", "pier.png"])).status).toBe(0);
  const cards = join(texts.dataDir, "cards");
  mkdirSync(cards);
  writeFileSync(join(cards, "drawn.png"), "");
  expect(readdirSync(join(texts.dataDir, "images"))).not.toEqual([]);

  const asked = await texts.run(["delete", "pier-saved"]);
  expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining("add --yes if that is meant")]);
  expect((await shown()).article.revision).toBe(2);
  expect(await texts.run(["delete", "pier-saved", "--yes"])).toEqual({
    status: 0,
    stdout: "pier-saved is deleted\n",
    stderr: "",
  });
  expect(readdirSync(join(texts.dataDir, "images"))).toEqual([]);
  expect(readdirSync(cards)).toEqual([]);
  expect((await texts.run(["show", "pier-saved"])).status).toBe(1);
  const again = await texts.run(["ingest", "pier.txt"]);
  expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining("created"), stderr: "" });
});

test.each([
  [["unpublish", "nowhere"], 1, "verbatim: There is no story “nowhere”.\n"],
  [["publish", "nowhere"], 1, "verbatim: There is no story “nowhere”.\n"],
  [["delete", "nowhere", "--yes"], 1, "verbatim: There is no story “nowhere”.\n"],
  [["unpublish", "pier-saved", "--why", " "], 2, "It says nothing."],
  [["delete"], 2, "name one story, or --samples"],
  [["delete", "pier-saved", "--samples", "--yes"], 2, "name one story, or --samples"],
])("verbatim %j is %i", async (args, expected, said) => {
  const { status, stderr } = await texts.run(args);
  expect({ status, stderr }).toEqual({ status: expected, stderr: expect.stringContaining(said) });
});
