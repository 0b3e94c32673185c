import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { attribute } from "#attribution";
import { type GoldenCase, innerWords, parseCases } from "#tools/scorecard/golden-case.ts";

const here = import.meta.dirname;

/** What the engine found, in the words of a golden case; nothing where the text is a turn of a transcript. */
function compare(golden: GoldenCase): { found: unknown[]; wanted: unknown[] } {
  const { quotes, speakers } = attribute(golden.text, golden.lang === null ? {} : { lang: golden.lang });
  const turns = golden.quotes.filter(({ kind }) => kind === "turn").flatMap(({ segments }) => segments);
  const groups = (numbers: readonly (string | number)[]) => {
    const order = [...new Set(numbers)];
    return numbers.map((number) => order.indexOf(number) + 1);
  };
  const kept = quotes.filter(
    ({ start, end }) => !turns.some((turn) => turn.includes(golden.text.slice(start, end))),
  );
  const marked = golden.quotes.filter(({ kind }) => kind !== "turn");
  const foundGroups = groups(kept.map(({ statement }) => statement));
  const wantedGroups = groups(marked.map(({ statement }) => statement));
  const found = kept.map(({ segments, kind, speaker }, index) => {
    const who = speaker === null ? null : speakers[speaker];
    return {
      words: segments.map(({ start, end }) => innerWords(golden.text.slice(start, end))),
      kind,
      statement: foundGroups[index],
      speaker: who ? `${who.name} (${who.kind})` : null,
      role: marked[index]?.speaker?.role === undefined ? "*" : (who?.role ?? null),
    };
  });
  const wanted = marked.map(({ segments, kind, speaker }, index) => ({
    words: segments,
    kind,
    statement: wantedGroups[index],
    speaker: speaker ? `${speaker.name} (${speaker.kind})` : null,
    role: speaker?.role === undefined ? "*" : speaker.role,
  }));
  return { found, wanted };
}

for (const folder of ["kinds", "stories"]) {
  for (const file of readdirSync(`${here}/${folder}`)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    describe(file, () => {
      for (const golden of parseCases(file, readFileSync(`${here}/${folder}/${file}`, "utf8"))) {
        test(golden.title, () => {
          const { found, wanted } = compare(golden);
          expect(found).toEqual(wanted);
        });
      }
    });
  }
}
