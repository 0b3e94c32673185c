import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Figures } from "./figures.ts";
import type { Result } from "./measure.ts";

/** The figures by cross-validation that are kept and compared with. */
export interface Card {
  readonly timesCompromise: number;
  readonly sets: Readonly<Record<string, Result>>;
}

const PATH = `${import.meta.dirname}/card.json`;

export function readCard(): Card | null {
  return existsSync(PATH) ? (JSON.parse(readFileSync(PATH, "utf8")) as Card) : null;
}

export function keepCard(card: Card): void {
  writeFileSync(PATH, `${JSON.stringify(card, null, 2)}\n`);
}

const FIGURES: readonly (keyof Figures)[] = [
  "endToEnd",
  "endToEndByHalf",
  "detection",
  "speaker",
  "named",
  "pronoun",
  "role",
  "unknown",
];

function figureLine(kinds: string, figure: keyof Figures, now: Figures, before: Figures | undefined): string {
  const value = now[figure];
  const { low, high } = now.endToEndRange;
  const range = figure === "endToEnd" ? `  95 %: ${low} to ${high}` : "";
  const was = before === undefined ? "" : `  (${before[figure]})`;
  return `  ${kinds.padEnd(7)} ${figure.padEnd(15)} ${String(value).padStart(6)}${was}${range}`;
}

/** A set's figures in lines, each with the kept one in parentheses. */
export function linesOf(name: string, now: Result, before: Result | undefined): readonly string[] {
  const { unsaid, unsaidTaken } = now.both;
  const { bins, sure, sureRight } = now.calibration;
  const was = (value: string | undefined) => (value === undefined ? "" : `  (${value})`);
  return [
    `\n${name}: ${now.articles} articles`,
    ...(["direct", "both"] as const).flatMap((kinds) =>
      FIGURES.map((figure) => figureLine(kinds, figure, now[kinds], before?.[kinds])),
    ),
    `  of ${unsaid} passages in marks that nobody says, taken: ${unsaidTaken}${was(before && String(before.both.unsaidTaken))}`,
    ...bins.map(
      ({ from, count, right }) =>
        `  confidence from ${from.toFixed(2)}: ${String(count).padStart(4)} speakers, ${right} % right`,
    ),
    `  sure (0.9 and more): ${sure} % of the speakers, ${sureRight} % right${was(
      before && `${before.calibration.sure}, ${before.calibration.sureRight}`,
    )}`,
  ];
}
