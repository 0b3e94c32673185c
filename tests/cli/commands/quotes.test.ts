import { expect, test } from "vitest";
import { type RunOptions, run } from "#tools/support/run-command.ts";

const quotes = (input: RunOptions["input"] = "", options: RunOptions = {}) =>
  run(["quotes"], { ...options, input });

const story = (id: number) =>
  `${JSON.stringify({ id: `s${id}`, text: "“Stop,” said Ilse Varga, a baker." })}\n`;
const rowsOf = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("each line is answered with its quotations, in order", async () => {
  const { status, stdout } = await quotes(story(1) + story(2));
  const rows = rowsOf(stdout);
  expect(status).toBe(0);
  expect(rows.map(({ id }) => id)).toEqual(["s1", "s2"]);
  expect(rows[0].quotes[0]).toMatchObject({
    start: 1,
    end: 6,
    text: "Stop,",
    kind: "direct",
    speaker: { name: "Ilse Varga", role: "baker", kind: "person" },
    statement: 1,
  });
});

test("lines that hold no story are named, and the rest is done", async () => {
  const { status, stdout, stderr } = await quotes(`nonsense\n${story(1)}`);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^line 1: [^\n]+\n$/) });
  expect(stdout).toContain('"s1"');
});

test("U+2028 is a character of the text, and a byte order mark is none", async () => {
  const text = "“Stop,” said Ilse Varga.\u2028“Go,” she said.";
  const { stdout, stderr } = await quotes(`\uFEFF${JSON.stringify({ id: "s1", text })}\r\n`);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout).quotes).toMatchObject([{ text: "Stop," }, { text: "Go," }]);
});

test("lines are found wherever the chunks end, and the last without a line feed", async () => {
  const bytes = Buffer.from(story(1) + story(2) + story(3).trimEnd());
  const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
    bytes.subarray(at * 7, at * 7 + 7),
  );
  const { stdout } = await quotes(chunks);
  expect(rowsOf(stdout).map(({ id }) => id)).toEqual(["s1", "s2", "s3"]);
});

test("a line that is no UTF-8 is named instead of guessing at its letters", async () => {
  const latin = Buffer.from('{"id":"s1","text":"Caf\u00e9"}\n', "latin1");
  const { status, stdout, stderr } = await quotes([latin, Buffer.from(story(2))]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "line 1: is not valid UTF-8\n" });
  expect(stdout).toContain('"s2"');
});

test("a slow reader is waited for: of 2,000 answers no more than a few wait at once", async () => {
  function* stories() {
    for (let id = 0; id < 2000; id++) yield story(id);
  }
  const { status, stdout } = await quotes(stories(), { highWaterMark: 1024 });
  expect(status).toBe(0);
  expect(rowsOf(stdout)).toHaveLength(2000);
});
