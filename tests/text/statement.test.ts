import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Article, Block, Quotation } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";
import { words } from "#text/words.ts";

type Story = Pick<Article, "blocks" | "quotations" | "inLanguage">;

/** A story from paragraphs in which the words in “…” are one statement of one speaker; “*…” is a fragment, “^…” another's. */
function story(paragraphs: readonly string[], cues: readonly (string | null)[] = [], lang = "en"): Story {
  const quotations: Quotation[] = [];
  const blocks = paragraphs.map((paragraph, index): Block => {
    const id = `b${index + 1}`;
    let text = "";
    for (const [part, mark = "", said] of paragraph.matchAll(/“([*^]?)([^”]*)”|[^“]+/gu)) {
      if (said === undefined) {
        text += part;
        continue;
      }
      const start = text.length + 1;
      text += `“${said}”`;
      quotations.push({
        id: `q${quotations.length + 1}`,
        kind: mark === "*" ? "mixed" : "direct",
        statement: mark === "^" ? 2 : 1,
        speaker: mark === "^" ? "s2" : "s1",
        text: said,
        segments: [{ block: id, start, end: start + said.length }],
        cue: cues.length === 0 ? "said" : (cues[quotations.length] ?? null),
        confidence: 1,
        attributedBy: "engine",
      });
    }
    return { id, type: "paragraph", text, inlines: [], level: null, ordered: null };
  });
  return { blocks, quotations, inLanguage: lang };
}

const whole = (text: string | readonly string[], lang = "en"): string => {
  const told = story([text].flat(), [], lang);
  const [first] = told.quotations;
  if (first === undefined) throw new Error("nobody is quoted");
  return statementOf(told, first).text;
};

test.each([
  [
    "a question that reporting words part",
    "“Has nobody,” she asked at last, “counted them?”",
    "Has nobody, counted them?",
  ],
  ["a comma that may be the speaker's", "“No,” she said, “we will stay.”", "No, we will stay."],
  ["marks before the comma", "“Has nobody”, she asked, “counted them?”", "Has nobody counted them?"],
  ["two sentences", "“We stay,” said Orla. “It is warm.”", "We stay. It is warm."],
  ["a question and what follows", "“Why?” said Orla. “It is warm.”", "Why? It is warm."],
  [
    "an abbreviation among the reporting words",
    "“We stay,” said Dr. Orla Finn. “It is warm.”",
    "We stay. It is warm.",
  ],
  ["a sentence of the reporter's", "“We stay,” said Orla. She sat down. “For now.”", "We stay. … For now."],
  ["fragments", "a “*bold” and, she said, “*costly,” plan", "bold … costly,"],
  ["a fragment and an utterance", "It was “*bold,” she said, adding: “It is over.”", "bold … It is over."],
  ["another's words between", "“We stay,” said Orla, “^No,” said Finn, “for now.”", "We stay … for now."],
])("%s", (_what, text, expected) => expect(whole(text)).toBe(expected));

test("an utterance that has all of its words stays as it is", () => {
  expect(whole("“We stay,” said Orla.")).toBe("We stay,");
});

test("a sentence that tells without reporting is other words", () => {
  const told = story(["“We stay.” She sat down. “For now.” said Orla"], [null, "said"]);
  const [first] = told.quotations;
  expect(first && statementOf(told, first).text).toBe("We stay. … For now.");
});

test("paragraphs are parted by a newline, and by an ellipsis where one stands between", () => {
  expect(whole(["“We stay,” said Orla.", "“It is warm.”"])).toBe("We stay.\nIt is warm.");
  expect(whole(["“We stay,” said Orla.", "Rain fell.", "“It is warm.”"])).toBe("We stay. …\nIt is warm.");
});

test("scripts end their sentences in their own way", () => {
  expect(whole("“我们留下，”林安说。“这里暖和。”", "zh")).toBe("我们留下。这里暖和。");
  expect(whole("“हम रुकेंगे,” मीरा said। “यहाँ गरमी है।”", "hi")).toBe("हम रुकेंगे। यहाँ गरमी है।");
});

test("the sentence of the quotation asked for is found again", () => {
  const told = story(["“We stay,” said Orla, “until noon.” She sat. “It is,” she said, “warm.”"]);
  const starts = told.quotations.map((quotation) => {
    const { text, start } = statementOf(told, quotation);
    return text.slice(start, start + 5);
  });
  expect(starts).toEqual(["We st", "We st", "It is", "It is"]);
});

test("words that an editor gave to somebody else are no piece of it", () => {
  const told = story(["“We stay,” said Orla. “It is warm.”"]);
  const [first, second] = told.quotations;
  if (first === undefined || second === undefined) throw new Error("two were quoted");
  const corrected = { ...told, quotations: [first, { ...second, speaker: "s9" }] };
  expect(statementOf(corrected, first).text).toBe("We stay,");
});

describe("whatever a story holds", () => {
  const piece = fc.stringMatching(/^[A-Za-z][a-z ]{0,12}[,.!?]?$/);
  const between = fc.constantFrom(
    " she said, ",
    ", he said. ",
    " and, she said, ",
    " Rain fell. It was late. ",
    " ",
  );

  it("a statement has every word of its pieces, in order, and no other", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, between), { minLength: 1, maxLength: 6 }), (parts) => {
        const told = story([parts.map(([said, gap]) => `“${said}”${gap}`).join("")]);
        for (const quotation of told.quotations) {
          expect(words(statementOf(told, quotation).text)).toEqual(parts.flatMap(([said]) => words(said)));
        }
      }),
    );
  });
});
