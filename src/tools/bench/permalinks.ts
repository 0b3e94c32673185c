import { rm } from "node:fs/promises";
import { publish } from "#newsroom/permalinks/publish.ts";
import { createCards } from "#server/cards/create-cards.ts";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";
import { draftOf } from "#tools/support/tell.ts";
import { type EditedStory, editedStories } from "./edited-stories.ts";
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

/** A story with 500 quotations compared with its edit, in several ways; and cards, new and kept. */
export async function benchPermalinks(): Promise<readonly Row[]> {
  const compared: Row[] = [];
  for (const story of editedStories)
    compared.push(absolute(`${story.name}, compared, ms`, await compare(story), 100));
  return [...compared, ...(await benchCards())];
}

async function compare({ before, after }: EditedStory): Promise<number> {
  const { article, permalinks } = publish(null, draftOf(before));
  const previous = { article: { ...article, url: "https://example.org/articles/story" }, permalinks };
  const edited = draftOf(after, 2);
  const times: number[] = [];
  for (let run = 0; run < 15; run += 1) times.push(await timed(() => publish(previous, edited)));
  return median(times);
}

async function benchCards(): Promise<readonly Row[]> {
  const dir = await temporaryFolder("verbatim-bench-cards");
  const cards = createCards({ dir });
  const card = (number: number) => ({
    text: `We keep the ferry running all winter, whatever the council says, for the ${number}th time.`,
    speaker: "Ana Ruiz",
    role: "harbour master",
    voice: 1,
    publication: "The Courier",
    headline: "The pier that would not move",
    address: "courier.example/articles/the-pier/quotes/abcdefgh2345",
    start: 0,
    became: null,
    becameBriefly: null,
    struck: false,
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
    absolute("new card, median, ms", median(fresh), 150),
    absolute("kept card, median, ms", median(kept), 2),
  ];
}
