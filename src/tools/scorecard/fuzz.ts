/** npm run fuzz -- [COUNT]: attributes that many spoiled stories (100,000 when not said) and stops at the first flaw. */
import { readdirSync, readFileSync } from "node:fs";
import { attribute } from "#attribution";
import { readOptions } from "#tools/support/read-options.ts";
import { flaws } from "./flaws.ts";
import { fuzzedStory } from "./fuzzed-story.ts";

const { positionals } = readOptions(
  `Usage: npm run fuzz [-- COUNT]

Attributes that many spoiled stories, 100,000 when not said, and stops at the first flaw.`,
  {},
);
const count = Number(positionals[0] ?? 100_000);
const folder = `${import.meta.dirname}/../../../tests/cases/stories`;
const real = readdirSync(folder).map((name) =>
  readFileSync(`${folder}/${name}`, "utf8").replace(/⟦[^⟧]*⟧/g, ""),
);
for (let number = 0; number < count; number++) {
  const text = fuzzedStory(number, real);
  const answer = attribute(text);
  const wrong = [...flaws(text, answer)];
  if (number % 10 === 0 && JSON.stringify(answer) !== JSON.stringify(attribute(text)))
    wrong.push("another answer the second time");
  if (wrong.length > 0) {
    console.error(`story ${number}: ${wrong.join("; ")}\n${JSON.stringify(text)}`);
    process.exit(1);
  }
}
console.log(`${count} stories, no flaw`);
