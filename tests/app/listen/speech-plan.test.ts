import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextQuotation, planSpeech } from "#app/listen/speech-plan.ts";
import { sentencesOf } from "#text/sentences.ts";
import { quotedStory } from "./quoted-story.ts";

describe("sentences", () => {
  it.each([
    ["Dr. Amit Goel said so. Nobody asked.", ["Dr. Amit Goel said so. ", "Nobody asked."]],
    ["Mrs. J. R. Hale left. She waved.", ["Mrs. J. R. Hale left. ", "She waved."]],
    ["He moved to the U.S. Army base. It rained.", ["He moved to the U.S. Army base. ", "It rained."]],
    ["Was it over? It was.", ["Was it over? ", "It was."]],
  ])("%s", (text, expected) => {
    expect(sentencesOf(text, "en").map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("leave no character out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sentences = sentencesOf(text, "en").map(({ start, end }) => text.slice(start, end));
        expect(sentences.join("")).toBe(text);
      }),
    );
  });
});

describe("the plan of a reading", () => {
  const plan = planSpeech(quotedStory);

  it("goes from the headline through the standfirst to the last word", () => {
    expect(plan[0]).toMatchObject({ block: "headline", text: quotedStory.headline });
    expect(plan[1]).toMatchObject({ block: "standfirst" });
    expect(plan.at(-1)?.text).toBe("Then the kettle boiled.");
  });

  it("gives the words to whoever says them", () => {
    expect(plan.slice(2).map(({ text, speaker, quotation }) => [text, speaker, quotation])).toEqual([
      ["The hall fell silent.", null, null],
      ["We keep the bridge,", "s1", "aaa"],
      ["said Ines Okoro.", null, null],
      ["It is ours.", "s1", "bbb"],
      ["Nobody else would have it.", "s1", "bbb"],
      ["The mayor spoke of", null, null],
      ["a good day", null, "ccc"],
      ["Then the kettle boiled.", null, null],
    ]);
  });

  it("says where each quotation begins and ends", () => {
    expect(plan.filter(({ opens }) => opens).map(({ text }) => text)).toEqual([
      "We keep the bridge,",
      "It is ours.",
      "a good day",
    ]);
    expect(plan.filter(({ closes }) => closes).map(({ text }) => text)).toEqual([
      "We keep the bridge,",
      "Nobody else would have it.",
      "a good day",
    ]);
  });

  it("says of each breath where in the story it stands", () => {
    for (const { block, start, end, text } of plan) {
      const shown = quotedStory.blocks.find(({ id }) => id === block)?.text;
      if (shown !== undefined) expect(shown.slice(start, end)).toBe(text);
    }
  });

  it("knows where the next quotation begins", () => {
    const texts = [0, 3, 5, 6, 8, 9].map((at) => plan[nextQuotation(plan, at) ?? -1]?.text ?? null);
    expect(texts).toEqual(["We keep the bridge,", "It is ours.", "a good day", "a good day", null, null]);
  });
});
