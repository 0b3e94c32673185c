import { parseArgs } from "node:util";
import { benchAttribution } from "./attribution.ts";
import { benchPages } from "./pages.ts";
import { benchPermalinks } from "./permalinks.ts";
import { benchReads } from "./reads.ts";
import type { Row } from "./row.ts";
import { benchVotes } from "./votes/bench-votes.ts";

const { values, positionals: asked } = parseArgs({
  options: { corpus: { type: "string" } },
  allowPositionals: true,
});

/** The benchmarks by name; `npm run bench -- pages` runs one, `-- attribution --corpus FILE.jsonl` on other texts. */
const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  attribution: () => benchAttribution(values.corpus),
  pages: benchPages,
  permalinks: benchPermalinks,
  reads: benchReads,
  votes: benchVotes,
};

const shown = (figure: number | null): string =>
  figure === null ? "–" : figure.toLocaleString("en", { maximumSignificantDigits: 4 });

const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no benchmark is named ${unknown.join(", ")}: there are ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
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
