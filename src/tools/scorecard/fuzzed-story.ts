import { seeded } from "./logistic-regression.ts";

const MARKS = ["“", "”", "‘", "’", '"', "'", "«", "»", "„", "‚", "「", "」", "``", "''"];
const WORDS = [
  "said",
  "told",
  "Olin",
  "Asha Verma",
  "she",
  "he",
  "the minister",
  "called it",
  "that",
  "according to",
  "it",
  "a",
  "MANN:",
  "Q:",
  "6'3\"",
  "Dr.",
  "J. R.",
  "and",
  "van der Berg",
  "’70s",
  "teachers’",
  "who",
  "term",
  "dit",
  "sagte",
  "dijo",
  "a-t-il",
  "😀",
  "e\u0301",
  "\u00ad",
  "\u00a0",
  "\ud83d",
];
const STOPS = [" ", " ", " ", ", ", ". ", "? ", ": ", " — ", "\n", "\n\n", "\n\n", "", "("];

/** A story nobody wrote: words, marks and stray Unicode by chance, or a real one cut and spoiled. The same number, the same story. */
export function fuzzedStory(number: number, real: readonly string[]): string {
  const random = seeded(number);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const base = real.length > 0 && number % 3 === 0 ? pick(real) : "";
  if (base !== "") {
    const start = Math.floor(random() * base.length);
    const cut = base.slice(start, start + Math.floor(random() * 600));
    return cut.replace(/[“”‘’"'\n]/g, (mark) => (random() < 0.3 ? pick(MARKS) : random() < 0.2 ? "" : mark));
  }
  let text = "";
  for (let count = Math.floor(random() * 60); count > 0; count--) {
    const kind = random();
    text +=
      kind < 0.3 ? pick(MARKS) : kind < 0.9 ? pick(WORDS) : String.fromCharCode(Math.floor(random() * 65536));
    text += pick(STOPS);
  }
  return text;
}
