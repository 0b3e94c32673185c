import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openStore } from "#store/open-store.ts";
import type { Row } from "#tools/bench/row.ts";
import { endWithUs, temporaryFolder } from "#tools/support/leave-nothing.ts";
import { createPostgresDatabase, startPostgres } from "#tools/support/postgres.ts";
import { startSite } from "#tools/support/site.ts";
import { draftOf, silent } from "#tools/support/story-draft.ts";
import { type LoadResult, loadVotes } from "./load.ts";
import { readMillionVotes } from "./million-votes.ts";

const reference = fileURLToPath(new URL("./reference.ts", import.meta.url));
const slug = "story";
const load = { clients: 64, seconds: 3, slug };
const rounds = 5;

interface Target {
  readonly name: string;
  /** A database of its own for each side; null for SQLite. */
  readonly databaseUrl: () => Promise<string | null>;
  readonly throughputGoal: number;
}

/**
 * Votes per second with durable commits, and the time that 99 of 100 take, of
 * a started server beside the bare reference: 64 clients, each vote a new
 * reader's, in alternating rounds of one run. Also the tally of a million votes.
 */
export async function benchVotes(): Promise<Row[]> {
  const postgres = await startPostgres();
  const targets: readonly Target[] = [
    { name: "SQLite", databaseUrl: async () => null, throughputGoal: 0.6 },
    { name: "PostgreSQL", databaseUrl: () => createPostgresDatabase(postgres.url), throughputGoal: 0.5 },
  ];
  const rows: Row[] = [];
  try {
    for (const target of targets) rows.push(...(await sideBySide(target)), await million(target));
  } finally {
    await postgres.server.stop();
    await rm(postgres.folder, { recursive: true, force: true });
  }
  return rows;
}

async function sideBySide({ name, databaseUrl, throughputGoal }: Target): Promise<Row[]> {
  const url = await databaseUrl();
  const site = await startSite({ samples: false, env: url === null ? {} : { DATABASE_URL: url } });
  const folder = await temporaryFolder("verbatim-bench");
  const bare = await startReference((await databaseUrl()) ?? "-", folder);
  try {
    await publish(url, site.dataDir);
    const sides = { ours: Number(new URL(site.url).port), reference: bare.port };
    const ours: LoadResult[] = [];
    const theirs: LoadResult[] = [];
    // Both warm up once, unmeasured.
    for (const port of Object.values(sides)) await loadVotes(port, { ...load, seconds: 1 });
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await loadVotes(sides.ours, load));
      theirs.push(await loadVotes(sides.reference, load));
    }
    return [
      compare(
        `votes per second, ${name}`,
        "votesPerSecond",
        ours,
        theirs,
        `≥ ${throughputGoal}×`,
        (ratio) => ratio >= throughputGoal,
      ),
      compare(`vote p99 (ms), ${name}`, "p99", ours, theirs, "≤ 2×", (ratio) => ratio <= 2),
    ];
  } finally {
    await site.stop();
    await bare.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The medians of both sides; the ratio is the median of the rounds' own, so that a slow moment hits both. */
function compare(
  measure: string,
  figure: keyof LoadResult,
  ours: readonly LoadResult[],
  theirs: readonly LoadResult[],
  goal: string,
  met: (ratio: number) => boolean,
): Row {
  const ratio = median(ours.map((result, round) => result[figure] / (theirs[round]?.[figure] ?? Number.NaN)));
  return {
    measure,
    ours: median(ours.map((result) => result[figure])),
    reference: median(theirs.map((result) => result[figure])),
    ratio,
    goal,
    ok: met(ratio),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

async function million({ name, databaseUrl }: Target): Promise<Row> {
  const folder = await temporaryFolder("verbatim-bench");
  const { median: ours } = await readMillionVotes(await databaseUrl(), folder);
  await rm(folder, { recursive: true, force: true });
  return {
    measure: `tally of a million votes (ms), ${name}`,
    ours,
    reference: null,
    ratio: null,
    goal: "≤ 1 ms",
    ok: ours <= 1,
  };
}

/** Saves the story that is voted on. */
async function publish(databaseUrl: string | null, dataDir: string): Promise<void> {
  const store = await openStore({ databaseUrl, dataDir, siteUrl: "https://paper.example", log: silent });
  await store.articles.save(draftOf(slug));
  await store.close();
}

async function startReference(databaseUrl: string, folder: string) {
  const child: ChildProcess = spawn(process.execPath, [reference, databaseUrl, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  endWithUs(child);
  if (child.stdout === null) throw new Error("the reference's output is not piped");
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return {
    port: Number(line),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
