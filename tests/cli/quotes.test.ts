import { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { streamQuotes } from "../../src/cli/quotes.ts";

function sink(): { stream: Writable; text: () => string; most: () => number } {
  let text = "";
  let most = 0;
  const stream = new Writable({
    highWaterMark: 1024,
    write(chunk, _, done) {
      most = Math.max(most, stream.writableLength);
      text += String(chunk);
      setImmediate(done);
    },
  });
  return { stream, text: () => text, most: () => most };
}

const story = (id: number) =>
  `${JSON.stringify({ id: `s${id}`, text: "“Stop,” said Ilse Varga, a baker." })}\n`;

describe("verbatim quotes", () => {
  test("answers each line with its quotations, in order", async () => {
    const output = sink();
    const failed = await streamQuotes({
      input: Readable.from([story(1), story(2)]),
      output: output.stream,
      errors: sink().stream,
    });
    await finished(output.stream.end());
    const rows = output
      .text()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(failed).toBe(0);
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

  test("names the lines that hold no story and goes on", async () => {
    const [output, errors] = [sink(), sink()];
    const failed = await streamQuotes({
      input: Readable.from(["nonsense\n", story(1)]),
      output: output.stream,
      errors: errors.stream,
    });
    await Promise.all([finished(output.stream.end()), finished(errors.stream.end())]);
    expect(failed).toBe(1);
    expect(errors.text()).toContain("line 1");
    expect(output.text()).toContain('"s1"');
  });

  test("takes U+2028 for a character of the text, and a byte order mark for none", async () => {
    const [output, errors] = [sink(), sink()];
    const text = "“Stop,” said Ilse Varga.\u2028“Go,” she said.";
    await streamQuotes({
      input: Readable.from([`\uFEFF${JSON.stringify({ id: "s1", text })}\r\n`]),
      output: output.stream,
      errors: errors.stream,
    });
    await finished(output.stream.end());
    expect(errors.text()).toBe("");
    expect(JSON.parse(output.text()).quotes).toMatchObject([{ text: "Stop," }, { text: "Go," }]);
  });

  test("finds its lines wherever the chunks end, and the last without a line feed", async () => {
    const output = sink();
    const bytes = Buffer.from(story(1) + story(2) + story(3).trimEnd());
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
      bytes.subarray(at * 7, at * 7 + 7),
    );
    await streamQuotes({ input: Readable.from(chunks), output: output.stream, errors: sink().stream });
    await finished(output.stream.end());
    expect(output.text().match(/"id":"s\d"/gu)).toEqual(['"id":"s1"', '"id":"s2"', '"id":"s3"']);
  });

  test("names a line that is no UTF-8 instead of guessing at its letters", async () => {
    const [output, errors] = [sink(), sink()];
    const latin = Buffer.from('{"id":"s1","text":"Caf\u00e9"}\n', "latin1");
    const failed = await streamQuotes({
      input: Readable.from([latin, Buffer.from(story(2))]),
      output: output.stream,
      errors: errors.stream,
    });
    expect(failed).toBe(1);
    expect(errors.text()).toBe("line 1: is not valid UTF-8\n");
    expect(output.text()).toContain('"s2"');
  });

  test("waits for a slow reader: of 2,000 answers no more than a few wait at once", async () => {
    const output = sink();
    function* stories() {
      for (let id = 0; id < 2000; id++) yield story(id);
    }
    await streamQuotes({ input: Readable.from(stories()), output: output.stream, errors: sink().stream });
    expect(output.most()).toBeLessThan(8192);
  });
});
