import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";
import { paragraphsOf } from "#newsroom/formats/text/paragraphs.ts";

const blocksOf = (text: string) => paragraphsOf(text).map((paragraph) => paragraph.text);

/** Breaks a paragraph as editors and mail programs do: a word that does not fit begins the next line. */
function wrap(paragraph: string, width: number, first = "", rest = ""): string {
  const lines: string[] = [];
  let line = first;
  for (const word of paragraph.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

const paragraphs = [
  "The signal box at Thornley will be taken down on Friday, brick by brick, and built again in the yard of the school that stands behind it.",
  "“It has been shut for thirty years and nobody has asked me for the key in all that time,” said Mabel Orde, who worked in it until the last lever was pulled. “I have still got it.”",
  "The school wants to teach in it. Its head, Tom Achebe, said: “There are forty levers and thirty-one children, and I can see already how that will end.”",
  "“We shall have a rota,” he said. “We shall have two.”",
];

describe.each([24, 30, 40, 55, 66, 72, 80, 100, 120, 140])("text wrapped at %i columns", (width) => {
  test("is its paragraphs again, parted by blank lines", () => {
    expect(blocksOf(paragraphs.map((each) => wrap(each, width)).join("\n\n"))).toEqual(paragraphs);
  });

  test("is its paragraphs again, set off by indents", () => {
    expect(blocksOf(paragraphs.map((each) => wrap(each, width, "    ")).join("\n"))).toEqual(paragraphs);
  });

  test("is its paragraphs again, behind the marks of a mail program", () => {
    const text = paragraphs.map((each) => wrap(each, width)).join("\n\n");
    expect(blocksOf(text.replace(/^/gmu, "> "))).toEqual(paragraphs);
    expect(blocksOf(text.replace(/^/gmu, ">> ").replace(/ $/gmu, ""))).toEqual(paragraphs);
  });

  test("is its paragraphs again, with the line ends of Windows and a signature", () => {
    const text = [
      ...paragraphs.map((each) => wrap(each, width)),
      "-- \nMabel Orde\nThornley Signal Trust",
    ].join("\n\n");
    expect(blocksOf(text.replaceAll("\n", "\r\n"))).toEqual([
      ...paragraphs,
      "--",
      "Mabel Orde",
      "Thornley Signal Trust",
    ]);
  });
});

test("whatever the words and the width, no quotation is broken", () => {
  const word = fc.constantFrom(
    "a",
    "of",
    "the",
    "boat",
    "harbour",
    "tide",
    "keeper",
    "lamp",
    "rope",
    "Holm",
    "seven",
  );
  const sentence = fc.array(word, { minLength: 6, maxLength: 40 }).map((words) => words.join(" "));
  const paragraph = fc
    .tuple(sentence, sentence)
    .map(([said, told]) => `“The ${said},” said Ada Berg of the ${told}.`);
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 3, maxLength: 6 }),
      fc.integer({ min: 24, max: 130 }),
      (all, width) => {
        const blocks = blocksOf(all.map((each) => wrap(each, width)).join("\n\n")).join("\n");
        for (const each of all) expect(blocks).toContain(each.slice(0, each.indexOf("”") + 1));
      },
    ),
    { numRuns: 300 },
  );
});

describe("what else breaks lines", () => {
  test("an address that fits in no line leaves a short one above it", () => {
    const text =
      "“The whole story of the bell and of who cracked it has been told at\nhttps://bell.example/archive/1931/the-night-on-which-it-was-cracked/annexe.html\nby somebody who was there,” said Beth Oram, who rang it.";
    expect(blocksOf(text)).toEqual([text.replaceAll("\n", " ")]);
  });

  test("a headline on two lines is one headline", () => {
    const text = `Signal box to become a classroom\nafter thirty years without a train\n\n${paragraphs.map((each) => wrap(each, 60)).join("\n\n")}`;
    const story = readStory({ format: "text", text, source: null, lang: null });
    expect(story.headline).toBe("Signal box to become a classroom after thirty years without a train");
    expect(story.blocks.map((block) => block.text)).toEqual(paragraphs);
  });

  test("a new line in the middle of a quotation does not end it", () => {
    const text =
      "Bell to ring\n\n“We found the crack with a stethoscope\nand a good deal of patience,” said Hanne Ruud.\nThe vicar was not there.\n\nNobody had told him.\n";
    expect(blocksOf(text)).toEqual([
      "Bell to ring",
      "“We found the crack with a stethoscope and a good deal of patience,” said Hanne Ruud.",
      "The vicar was not there.",
      "Nobody had told him.",
    ]);
  });

  test("a quotation that goes on in the next paragraph opens its marks again there", () => {
    const text = "“We looked at every bell in the county.\n“None of them was cracked,” said Hanne Ruud.";
    expect(blocksOf(text)).toEqual(text.split("\n"));
  });

  test("a pound's inches leave nothing open", () => {
    const text = 'He is 6\' 2" and has a 15" saw.\nNobody minds.\n"It is sharp," said Ada Berg.';
    expect(blocksOf(text)).toEqual(text.split("\n"));
  });

  test("the turns of a transcript stay apart, and each is whole", () => {
    const turns = [
      "THE CHAIR: We have one matter tonight, and it is the weathervane that points east whatever the weather does.",
      "MS ORDE: I have lived under it for thirty years and was never once warned of rain by it.",
      "THE CHAIR: Has anybody oiled it?",
      "MR BOSE: I oiled it. It turned to the east and stayed there, and I took that to be its opinion.",
    ];
    expect(blocksOf(turns.map((each) => wrap(each, 48, "", "    ")).join("\n"))).toEqual(turns);
    expect(blocksOf(turns.map((each) => wrap(each, 64)).join("\n"))).toEqual(turns);
  });
});

describe("what keeps its lines", () => {
  test.each([
    [
      "verse",
      "The lamp is lit upon the hill,\nthe boats are in the bay,\nand all the harbour lies so still\nthat it might sail away.",
    ],
    [
      "a byline, a date, an address",
      "By Ada Berg and Jon Dahl in Halden\nTuesday 12 August 2025 10.15 BST\nLast modified on Wed 13 Aug 2025 11.00 BST",
    ],
    ["names", "Ada Berg\nharbour master\nJon Dahl\nlamp lighter"],
    [
      "sentences, each a paragraph",
      "The bell rang.\nNobody came.\nIt rang again, for longer this time, until the rope gave way.",
    ],
  ])("%s", (_, text) => {
    expect(blocksOf(text)).toEqual(text.split("\n"));
  });
});

test("the items of a list are its own, and a dash within a sentence is none", () => {
  const story = readStory({
    format: "text",
    text: "A list\n\nThe trust asks for three things, and it has asked for each of them\n– so it says – for eleven years without so much as a letter in reply:\n\n- a rope that is long enough for the bell and for whoever has to\n  ring it\n- a ladder\n- a key\n\nNone has come.",
    source: null,
    lang: null,
  });
  expect(story.blocks.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    "paragraph: The trust asks for three things, and it has asked for each of them – so it says – for eleven years without so much as a letter in reply:",
    "list-item: a rope that is long enough for the bell and for whoever has to ring it",
    "list-item: a ladder",
    "list-item: a key",
    "paragraph: None has come.",
  ]);
});
