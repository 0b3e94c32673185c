import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publish } from "#newsroom/permalinks/publish.ts";
import { createCards } from "#server/cards/create-cards.ts";
import { draftOf } from "../newsroom/permalinks/tell.ts";
import type { Row } from "./row.ts";

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const absolute = (measure: string, ours: number, most: number): Row => ({
  measure,
  ours,
  reference: null,
  ratio: null,
  goal: `≤ ${most}`,
  ok: ours <= most,
});

/** A story with 500 quotations, every one of them edited; and cards, new and kept. */
export async function benchPermalinks(): Promise<readonly Row[]> {
  const voices = ["Ana Ruiz", "Ben Oduya", "Cleo Vane"];
  const telling = (last: string) =>
    Array.from(
      { length: 500 },
      (_, at) =>
        `${voices[at % 3]}: ${Array.from({ length: 20 }, (_, word) => (word % 3 === 0 ? "the" : `w${(at * 31 + word * 17) % 1999}`)).join(" ")} ${last}`,
    );
  const { article, permalinks } = publish(null, draftOf(telling("then")));
  const previous = { article: { ...article, url: "https://example.org/articles/story" }, permalinks };
  const edited = draftOf(telling("now"), 2);
  const compared: number[] = [];
  for (let run = 0; run < 15; run += 1) compared.push(await timed(() => publish(previous, edited)));

  const dir = await mkdtemp(join(tmpdir(), "verbatim-bench-cards-"));
  const cards = createCards({ dir });
  const card = (number: number) => ({
    text: `We keep the ferry running all winter, whatever the council says, for the ${number}th time.`,
    speaker: "Ana Ruiz",
    role: "harbour master",
    voice: 1,
    publication: "The Courier",
    date: "12 July 2024",
    lang: "en",
    marks: [],
  });
  await cards.png(card(0));
  const fresh: number[] = [];
  const kept: number[] = [];
  for (let number = 1; number <= 30; number += 1) fresh.push(await timed(() => cards.png(card(number))));
  for (let number = 1; number <= 30; number += 1) kept.push(await timed(() => cards.png(card(number))));
  await cards.close();
  await rm(dir, { recursive: true, force: true });

  return [
    absolute("500 edited quotations compared, ms", median(compared), 100),
    absolute("new card, median, ms", median(fresh), 150),
    absolute("kept card, median, ms", median(kept), 2),
  ];
}
