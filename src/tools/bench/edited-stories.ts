import type { Telling } from "#tools/support/tell.ts";

/** A story before and after an edit. */
export interface EditedStory {
  readonly name: string;
  readonly before: Telling;
  readonly after: Telling;
}

const quotations = 500;
const voices = ["Ana Ruiz", "Ben Oduya", "Cleo Vane"];
const alike =
  "we keep the ferry running all winter whatever the council says about the harbour and its keeper";

const lines = (line: (at: number) => string, count = quotations): Telling =>
  Array.from({ length: count }, (_, at) => line(at));

/** Words of a quotation: every third is one that all have. */
const words = (at: number, length: number): string =>
  lines((word) => (word % 3 === 0 ? "the" : `w${(at * 31 + word * 17) % 1999}`), length).join(" ");

const spoken = (at: number, length: number): string => `${voices[at % 3]}: ${words(at, length)}`;

/** Every quotation of a story is edited: an ordinary one, and those where most is alike or much is moved. */
export const editedStories: readonly EditedStory[] = [
  {
    name: "500 edited quotations",
    before: lines((at) => `${spoken(at, 20)} then`),
    after: lines((at) => `${spoken(at, 20)} now`),
  },
  {
    name: "500 times the same words, edited",
    before: lines(() => `Ana Ruiz: ${alike}`),
    after: lines(() => `Ana Ruiz: ${alike} now`),
  },
  {
    name: "500 look-alikes of one voice",
    before: lines((at) => `Ana Ruiz: for the ${at}th time ${alike}`),
    after: lines((at) => `Ana Ruiz: for the ${at}th time ${alike} now`),
  },
  {
    name: "500 quotations of 120 words",
    before: lines((at) => `${spoken(at, 120)} then`),
    after: lines((at) => `${spoken(at, 120)} now`),
  },
  {
    name: "500 quotations, moved and edited",
    before: lines((at) => `${spoken(at, 20)} then`),
    after: lines((at) => `${spoken((at * 203) % quotations, 20)} now`),
  },
  {
    name: "500 quotations merged into 50",
    before: lines((at) => `Ana Ruiz: ${words(at, 20)}`),
    after: lines((at) => `Ana Ruiz: ${lines((part) => words(at * 10 + part, 20), 10).join(" and ")}`, 50),
  },
];
