import { describe, expect, test } from "vitest";
import { findPassages } from "#attribution/marks/find-passages.ts";
import { lexiconFor } from "#attribution/words/lexicon.ts";
import { lines } from "#text/paragraphs.ts";

function passagesOf(text: string, lang = "en"): readonly string[] {
  const { passages } = findPassages(text, lines(text), lexiconFor(lang));
  return passages.map(({ start, end }) => text.slice(start, end));
}

describe("pairing marks", () => {
  test.each([
    ["US curly", "“Stop,” she said. “Now.”", ["Stop,", "Now."]],
    ["US straight", '"Stop," she said. "Now."', ["Stop,", "Now."]],
    ["UK curly, with apostrophes", "‘It’s the teachers’ money,’ said Fall.", ["It’s the teachers’ money,"]],
    [
      "UK straight, with apostrophes",
      "'It's the teachers' money,' said Fall.",
      ["It's the teachers' money,"],
    ],
    ["a decade and an elision", "‘We had ’em since the ’80s,’ she said.", ["We had ’em since the ’80s,"]],
    ["guillemets with spaces", "« Non », dit-elle.", ["Non"]],
    ["low and high", "„Nein“, sagte er.", ["Nein"]],
    ["guillemets turned inwards", "»Nein«, sagte er. »Doch.«", ["Nein", "Doch."]],
    ["corner brackets", "彼は「はい」と言った。", ["はい"]],
    [
      "nested marks stay inside",
      "“She told me, ‘Leave,’ and I did,” Holt said.",
      ["She told me, ‘Leave,’ and I did,"],
    ],
    ["marks turned the wrong way", "”It hurt,” she said. “So I slept“", ["It hurt,", "So I slept"]],
    ["feet and inches", 'The 6\'3" keeper said "no".', ["no"]],
    ["apostrophes alone", "The dogs' owner isn't in. It's the cats'.", []],
  ])("%s", (_, text, expected) => {
    expect(passagesOf(text)).toEqual(expected);
  });

  test("a forgotten closer ends before the attribution", () => {
    expect(passagesOf("“I am thinking, madam, he replied, and left.\n\n“No,” she said.")).toEqual([
      "I am thinking, madam,",
      "No,",
    ]);
  });

  test("a forgotten closer never swallows the next paragraph", () => {
    const found = passagesOf("“It is over.\n\nThe crowd went home. Rain fell.\n\n“No,” she said.");
    expect(found).toEqual(["It is over.", "No,"]);
  });

  test("a forgotten opener begins with its paragraph", () => {
    expect(passagesOf("He has been here for years,” Pettifer said.")).toEqual([
      "He has been here for years,",
    ]);
  });

  test("marks reopened paragraph after paragraph carry one utterance on", () => {
    const text = "“One.\n\n“Two.\n\n“Three,” he said.";
    const { passages } = findPassages(text, lines(text), lexiconFor("en"));
    expect(passages.map(({ continues }) => continues)).toEqual([false, true, true]);
  });
});
