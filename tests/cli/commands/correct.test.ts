import { afterAll, beforeAll, expect, test } from "vitest";
import { openTexts, story, type Texts } from "../texts.ts";

let texts: Texts;
beforeAll(() => {
  texts = openTexts();
});
afterAll(() => texts.close());

test("an editor corrects, sees the correction, and undoes it", async () => {
  await texts.run(["ingest", texts.write("corrected.txt", story("A corrected story"))]);
  const corrected = await texts.run([
    "correct",
    "a-corrected-story",
    "speaker",
    "We will paint",
    "Bo Lind",
    "--role",
    "a painter",
  ]);
  expect(corrected.stdout).toContain("1  “We will paint it blue,” is Bo Lind’s, a painter");
  const shown = await texts.run(["show", "a-corrected-story"]);
  expect(shown.stdout).toMatch(/Bo Lind, a painter\n +direct · decided by an editor/);
  expect(shown.stdout).toMatch(/corrections\n +1 {2}“We will paint it blue,” is Bo Lind’s, a painter/);
  const missing = await texts.run(["correct", "a-corrected-story", "speaker", "We will sink", "Bo Lind"]);
  expect(missing).toMatchObject({
    status: 1,
    stderr: "verbatim: no quotation of “a-corrected-story” begins with “We will sink”\n",
  });
  expect((await texts.run(["correct", "a-corrected-story", "undo", "1"])).stdout).toContain(
    "decision 1 is undone",
  );
  const { article, corrections } = JSON.parse(
    (await texts.run(["show", "--json", "a-corrected-story"])).stdout,
  );
  expect(article.speakers).toMatchObject([{ name: "Ada Berg" }]);
  expect(corrections).toEqual([]);
});

test("a correction that fits nothing is said so where it is brought in, and shown to rest", async () => {
  const front = "headline: A slip\ncorrections:\n  - quotation: We wil paint\n    speaker: Bo Lind\n";
  const path = texts.write("slip.md", `---\n${front}---\n\n“We will paint it blue,” said Ada Berg.\n`);
  const { status, stderr } = await texts.run(["ingest", path]);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `${path}: a correction fits nothing in the story: “We wil paint” is Bo Lind’s\n`,
  });
  const { stdout } = await texts.run(["show", "a-slip"]);
  expect(stdout).toContain(
    "“We wil paint” is Bo Lind’s (front matter; rests: fits nothing in the story now)",
  );
});
