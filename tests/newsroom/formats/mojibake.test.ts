import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mendMojibake } from "#newsroom/formats/mojibake.ts";
import { readStory } from "#newsroom/formats/read-story.ts";
import { decodeText } from "#newsroom/sources/decode-text.ts";

const words = "“Nobody asked,” said Léna Mørvik – who is 94.";

/** What a program makes of UTF-8 that it takes for windows-1252. */
const garble = (text: string): string =>
  new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));

describe("bytes that can be nothing but UTF-8 are UTF-8, whatever their label says", () => {
  test.each([
    '<meta charset="iso-8859-1">',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
    '<meta charset="windows-1251">',
    '<?xml version="1.0" encoding="ISO-8859-15"?>',
    "",
  ])("%s", (label) => {
    const page = `${label}<title>Mill</title><p>${words}</p>`;
    expect(decodeText(new TextEncoder().encode(page), "html")).toBe(page);
    expect(decodeText(new TextEncoder().encode(page), "html", "iso-8859-1")).toBe(page);
  });

  test("in text from a server that calls it Latin-1", () => {
    expect(decodeText(new TextEncoder().encode(words), "text", "iso-8859-1")).toBe(words);
  });

  test("what is Latin-1 indeed stays so", () => {
    const page = '<meta charset="iso-8859-1"><p>Léna</p>';
    expect(decodeText(Buffer.from(page, "latin1"), "html")).toBe(page);
  });
});

describe("letters that were garbled before", () => {
  test("are put right, and told of", () => {
    const text = `Mill turns\n\n${garble(words)}\n\nIt rained.\n`;
    const story = readStory({ format: "text", text, source: null, lang: null });
    expect(story.blocks[0]?.text).toBe(words);
    expect(story.warnings).toEqual([
      "held letters that were saved in a wrong character set, and were put right: â€œ → “, â€\u009d → ”, Ã© → é",
    ]);
  });

  test("are told of where they are lost", () => {
    const story = readStory({
      format: "text",
      text: "Mill turns\n\nL\ufffdna said so.\n",
      source: null,
      lang: null,
    });
    expect(story.warnings).toEqual(["holds letters that were lost before it came here: \ufffd, 1 time"]);
  });

  test.each([
    "naïve café",
    "São Paulo, Åse, Ørsted",
    "1 Ã by 2 Â",
    "“Ça va ?” — « Là »",
    "À la carte £5",
    "ÀÉÎ",
  ])("%s is right as it is", (text) => {
    expect(mendMojibake(text)).toEqual({ text, warnings: [] });
  });

  test("whatever they were, they come back whole", () => {
    // Three bytes have no letter in windows-1252, and programs that meet them lose them.
    const letter = fc
      .constantFrom(..."éèüößñçåæøŁłŠšžđőąęćńІБґЯабвгдежз“”‘’–—…€日本語中文한국어😀")
      .filter((each) => !/[\u0081\u008d\u008f\u0090\u009d]/u.test(garble(each)));
    fc.assert(
      fc.property(fc.array(fc.oneof(letter, fc.constantFrom(..."abc de")), { maxLength: 30 }), (letters) => {
        const text = letters.join("");
        expect(mendMojibake(garble(text)).text).toBe(text);
      }),
    );
  });
});
