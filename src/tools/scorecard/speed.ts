import nlp from "compromise";
import { attribute } from "#attribution";

type Use = (text: string) => void;

/** What a reader of compromise's documentation would write to learn who speaks. */
const compromise: Use = (text) => {
  const doc = nlp(text);
  doc.quotations().out("array");
  doc.people().out("array");
};

/** The engine, told the language: compromise knows none but English. */
const engine: Use = (text) => attribute(text, { lang: "en" });

/** How long each side is warmed at first, before each turn, and takes its turn: microseconds of processor time. */
const FIRST = 3_000_000;
const WARM = 1_000_000;
const TURN = 1_000_000;
const ROUNDS = 5;

/** Megabytes (of UTF-16 units) a second, over as many readings of all the texts as fill the time. */
function speed(texts: readonly string[], use: Use, time: number): number {
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  const start = process.cpuUsage();
  for (let readings = 1; ; readings++) {
    for (const text of texts) use(text);
    const { user, system } = process.cpuUsage(start);
    if (user + system >= time) return (readings * letters) / (user + system);
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/** The medians of both sides' speeds in MB/s, and of their ratio round by round. */
export interface Speeds {
  readonly engine: number;
  readonly compromise: number;
  readonly ratio: number;
}

/** A side's speed when it has the process to itself for a while: the other's turn cost it its optimized code. */
function turn(texts: readonly string[], use: Use): number {
  speed(texts, use, WARM);
  return speed(texts, use, TURN);
}

/**
 * The engine's speed beside compromise's, finding people and quotations in the same texts in the same process. Both
 * are warmed; then they take turns, so that a busy machine slows both.
 */
export function compareSpeed(texts: readonly string[]): Speeds {
  speed(texts, engine, FIRST);
  speed(texts, compromise, FIRST);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    engine: turn(texts, engine),
    compromise: turn(texts, compromise),
  }));
  return {
    engine: median(rounds.map(({ engine }) => engine)),
    compromise: median(rounds.map((round) => round.compromise)),
    ratio: median(rounds.map((round) => round.engine / round.compromise)),
  };
}
