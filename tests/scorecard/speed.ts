import nlp from "compromise";
import { attribute } from "../../src/attribution/attribute.ts";

type Use = (text: string) => void;

/** What a reader of compromise's documentation would write to learn who speaks. */
const compromise: Use = (text) => {
  const doc = nlp(text);
  doc.quotations().out("array");
  doc.people().out("array");
};

/** How long each side is warmed, and how long it takes its turn in a round, in microseconds of processor time. */
const WARM = 3_000_000;
const TURN = 500_000;
const ROUNDS = 7;

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

/**
 * The engine's speed beside compromise's, finding people and quotations in the same texts in the same process. Both
 * are warmed; then they take turns, so that a busy machine slows both.
 */
export function compareSpeed(texts: readonly string[]): Speeds {
  speed(texts, attribute, WARM);
  speed(texts, compromise, WARM);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    engine: speed(texts, attribute, TURN),
    compromise: speed(texts, compromise, TURN),
  }));
  return {
    engine: median(rounds.map(({ engine }) => engine)),
    compromise: median(rounds.map((round) => round.compromise)),
    ratio: median(rounds.map((round) => round.engine / round.compromise)),
  };
}
