import { expect, test } from "vitest";
import { figuresOf } from "#tools/scorecard/figures.ts";
import type { GoldArticle } from "#tools/scorecard/gold.ts";
import { type Answer, type QuotedKinds, scoreArticle } from "#tools/scorecard/score-article.ts";

const TEXT =
  "“The pump failed at noon,” said Ola Brandt. “We had no spare.”\n\n" +
  "“It was”, a plumber said, “a washer.” He called it “the weak sister”.";

const ola = { text: "Ola Brandt", kind: "name", resolved: "Ola Brandt", by: "hand" };
const plumber = { text: "a plumber", kind: "nominal", by: "hand" };

function spanOf(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}
const gold = (words: string, speaker: GoldArticle["quotes"][number]["speaker"], kind = "direct") => ({
  ...spanOf(words),
  kind,
  speaker: speaker ?? null,
});
const given = (words: string, speaker: string | null, confidence = 0.9): Answer => ({
  ...spanOf(words),
  speaker,
  confidence,
});

const article: GoldArticle = {
  id: "pump",
  text: TEXT,
  quotes: [
    gold("The pump failed at noon", ola),
    gold("We had no spare", ola),
    gold("It was”, a plumber said, “a washer", plumber, "mixed"),
  ],
  unattributed: [spanOf("the weak sister")],
};

const figures = (answers: readonly Answer[], kinds: QuotedKinds = "direct", of = article) =>
  figuresOf([scoreArticle(of, answers, kinds)]);

test("all found, all right", () => {
  const found = figures([
    given("The pump failed at noon,", "Ola Brandt"),
    given("We had no spare.", "Brandt"),
  ]);
  expect(found).toMatchObject({
    detection: 100,
    speaker: 100,
    endToEnd: 100,
    endToEndRange: { low: 100, high: 100 },
    unsaidTaken: 0,
  });
});

test("a quotation missed and one of nobody's cost recall and precision", () => {
  const found = figures([
    given("The pump failed at noon", "Ola Brandt"),
    given("the weak sister", "Ola Brandt"),
  ]);
  expect(found).toMatchObject({ detection: 50, speaker: 100, endToEnd: 50, unsaid: 1, unsaidTaken: 1 });
});

test("an answer that lies in a mixed quotation is neither right nor wrong among direct ones", () => {
  const answers = [
    given("The pump failed at noon", "Ola Brandt"),
    given("We had no spare", "Ola Brandt"),
    given("a washer", "Ola Brandt"),
  ];
  expect(figures(answers).endToEnd).toBe(100);
  expect(figures(answers, "both").endToEnd).toBe(66.7);
});

test("a quotation whose speaker the annotators do not know is counted apart", () => {
  const of = { ...article, quotes: [gold("The pump failed at noon", ola), gold("We had no spare", null)] };
  const answers = [given("The pump failed at noon", "Ola Brandt"), given("We had no spare", "anybody")];
  expect(figures(answers, "direct", of)).toMatchObject({ speaker: 100, endToEnd: 100, unknown: 1 });
});

test("an utterance over two paragraphs is found whole or cut", () => {
  const text = "“First the valve\n\n“and then the pump,” said Ola Brandt.";
  const whole = { start: 1, end: text.indexOf(",”") };
  const cut = [
    { start: 1, end: text.indexOf("\n") },
    { start: text.indexOf("and"), end: whole.end },
  ];
  const of: GoldArticle = { id: "valve", text, quotes: [{ ...whole, kind: "direct", speaker: ola }] };
  for (const spans of [[whole], cut]) {
    const answers = spans.map((span) => ({ ...span, speaker: "Ola Brandt", confidence: 0.9 }));
    expect(figures(answers, "direct", of)).toMatchObject({ detection: 100, endToEnd: 100 });
  }
});

test("articles that differ widen the range between which 95 of 100 sets would lie", () => {
  const good = scoreArticle(
    article,
    [given("The pump failed at noon", "Ola Brandt"), given("We had no spare", "Brandt")],
    "direct",
  );
  const bad = scoreArticle(article, [given("The pump failed at noon", "a plumber")], "direct");
  const {
    endToEnd,
    endToEndRange: { low, high },
  } = figuresOf([good, good, bad, bad]);
  expect(low).toBeLessThan(endToEnd);
  expect(high).toBeGreaterThan(endToEnd);
});
