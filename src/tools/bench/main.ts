import { benchVotes } from "#tools/bench/votes/bench-votes.ts";
import { exitOn } from "#tools/support/leave-nothing.ts";
import { readOptions } from "#tools/support/read-options.ts";
import { benchAttribution } from "./attribution.ts";
import { benchPages } from "./pages.ts";
import { benchPermalinks } from "./permalinks.ts";
import { benchReads } from "./reads.ts";
import type { Row } from "./row.ts";
import { benchUnopened } from "./unopened.ts";

const usage = `Usage: npm run bench [-- [attribution|pages|permalinks|reads|votes…] [options]]

The benchmarks, or the named ones, as ratios in one run.

  --corpus FILE.jsonl   attribution: other texts
  --rounds N            pages: how many loads of each, 15 when not said
  --slowdown N          pages: how many times slower the processor is made, 4 when not said`;

exitOn("SIGINT", "SIGTERM");
const { values, positionals: wanted } = readOptions(usage, {
  corpus: { type: "string" },
  rounds: { type: "string", default: "15" },
  slowdown: { type: "string", default: "4" },
});

/** The benchmarks by name. */
const benches = new Map<string, () => Promise<readonly Row[]>>([
  ["attribution", () => benchAttribution(values.corpus)],
  ["pages", () => benchPages(Number(values.rounds), Number(values.slowdown))],
  ["permalinks", benchPermalinks],
  ["reads", benchReads],
  ["unopened", benchUnopened],
  ["votes", benchVotes],
]);

const shown = (figure: number | null): string =>
  figure === null ? "–" : figure.toLocaleString("en", { maximumSignificantDigits: 4 });

const unknown = wanted.filter((name) => !benches.has(name));
if (unknown.length > 0) {
  console.error(`no benchmark is named ${unknown.join(", ")}: there are ${[...benches.keys()].join(", ")}`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, bench] of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await bench()));
}
console.table(
  rows.map(({ measure, ours, reference, ratio, goal, ok }) => ({
    measure,
    ours: shown(ours),
    reference: shown(reference),
    ratio: ratio === null ? "–" : `${ratio.toFixed(2)}×`,
    goal,
    met: ok ? "yes" : "no",
  })),
);
