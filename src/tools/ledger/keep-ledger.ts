import { randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import type { VoteState } from "#model/vote.ts";
import { openStore } from "#store/open-store.ts";
import { pgbouncer, startPooler } from "#tools/support/pgbouncer.ts";
import { startPostgres, stopAtOnce } from "#tools/support/postgres.ts";
import { type Site, startSite } from "#tools/support/site.ts";
import { draftOf, silent } from "#tools/support/story-draft.ts";
import { type Ballot, readOwn, sendTwice } from "./ballot-box.ts";

const everySetting = [
  "SQLite",
  "PostgreSQL",
  "two servers on one PostgreSQL",
  "two servers behind pgbouncer",
] as const;
export type Setting = (typeof everySetting)[number];

/** Those that can be had here: the last one where pgbouncer is installed. */
export const settings: readonly Setting[] = everySetting.slice(0, pgbouncer === null ? -1 : undefined);

/** What was sent, what was acknowledged, and what is there. */
export interface Ledger {
  readonly setting: Setting;
  readonly votes: number;
  /** Requests that a server answered with 200: two a vote. */
  readonly acknowledged: number;
  readonly repeated: number;
  readonly kills: number;
  readonly databaseStops: number;
  readonly seconds: number;
  /** Acknowledged votes that their readers' own pages do not show as given. */
  readonly lost: number;
  /** Votes that are counted beyond one a reader. */
  readonly doubled: number;
  readonly tally: VoteState["tally"];
  /** The votes counted one by one. */
  readonly recount: VoteState["tally"];
}

export interface LedgerOptions {
  readonly setting: Setting;
  readonly votes: number;
  readonly clients: number;
  /** How many times a server is killed with SIGKILL in mid-load. */
  readonly kills: number;
}

const slug = "story";

/**
 * Sends votes to started servers while they are killed and, on PostgreSQL, the
 * database is stopped at once; then asks from outside what became of each.
 */
export async function keepLedger({ setting, votes, clients, kills }: LedgerOptions): Promise<Ledger> {
  const postgres = setting === "SQLite" ? null : await startPostgres();
  const pooled = setting === "two servers behind pgbouncer" && postgres !== null;
  const pooler = pooled ? await startPooler(postgres.url, 3) : null;
  const databaseUrl = pooler?.url ?? postgres?.url ?? null;
  const env = {
    SECRET: randomBytes(24).toString("hex"),
    LOG_LEVEL: "silent",
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
  const servers = setting.startsWith("two servers") ? 2 : 1;
  const sites: Site[] = [];
  try {
    for (let server = 0; server < servers; server += 1) sites.push(await startSite({ samples: false, env }));
    const [first] = sites;
    if (first === undefined) throw new Error("no server was started");
    await publish(databaseUrl, first.dataDir, slug);

    // Accidents happen evenly over the load: the kills, and in their midst the database's stop.
    const accidents = Array.from(
      { length: kills },
      (_, kill) => async () => sites[kill % sites.length]?.restart("SIGKILL"),
    );
    if (postgres !== null) {
      accidents.splice(kills >> 1, 0, async () => {
        await stopAtOnce(postgres.folder);
        await postgres.server.start();
      });
    }
    // Whoever publishes shares the pooler's few connections with those who vote.
    if (pooler !== null) accidents.push(() => publish(pooler.url, first.dataDir, "another-story"));
    const spacing = (votes * 2) / (accidents.length + 1);
    const happened: Promise<void>[] = [];
    const ballots: Ballot[] = Array.from({ length: votes }, (_, number) => ({
      key: randomUUID(),
      answer: number % 3 === 0 ? "no" : "yes",
      cookie: null,
    }));

    const begun = performance.now();
    const sent = await sendTwice(ballots, {
      clients,
      sites,
      slug,
      onAcknowledged: (count) => {
        if (happened.length >= accidents.length || count < spacing * (happened.length + 1)) return;
        const accident = accidents[happened.length];
        // One after the other: a server that is starting again is not killed a second time.
        happened.push((happened.at(-1) ?? Promise.resolve()).then(() => accident?.()));
      },
    });
    await Promise.all(happened);
    const seconds = (performance.now() - begun) / 1_000;

    const lost = await countLost(ballots, sites, clients);
    const { tally, recount } = await counts(first);
    return {
      setting,
      votes,
      ...sent,
      kills,
      databaseStops: postgres === null ? 0 : 1,
      seconds,
      lost,
      doubled: Math.max(0, recount.yes + recount.no - votes),
      tally,
      recount,
    };
  } finally {
    for (const site of sites) await site.stop();
    await pooler?.stop();
    await postgres?.server.stop();
    if (postgres !== null) await rm(postgres.folder, { recursive: true, force: true });
  }
}

/** Whether every acknowledged vote is there once, and the tally is the recount. */
export function balances({ votes, acknowledged, lost, doubled, tally, recount }: Ledger): boolean {
  const no = Math.ceil(votes / 3);
  return (
    acknowledged === votes * 2 &&
    lost === 0 &&
    doubled === 0 &&
    tally.yes === recount.yes &&
    tally.no === recount.no &&
    recount.no === no &&
    recount.yes === votes - no
  );
}

async function publish(databaseUrl: string | null, dataDir: string, slug: string): Promise<void> {
  const store = await openStore({ databaseUrl, dataDir, siteUrl: "https://paper.example", log: silent });
  await store.articles.save(draftOf(slug));
  await store.close();
}

async function countLost(
  ballots: readonly Ballot[],
  sites: readonly Site[],
  clients: number,
): Promise<number> {
  const unread = ballots.entries();
  let lost = 0;
  const check = async () => {
    for (const [number, { cookie, answer }] of unread) {
      const url = sites[number % sites.length]?.url ?? "";
      if (cookie === null || (await readOwn(url, slug, cookie)) !== answer) lost += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, check));
  return lost;
}

/** The tally that readers see, and the votes counted one by one by the command line. */
async function counts(site: Site): Promise<Pick<Ledger, "tally" | "recount">> {
  const response = await fetch(`${site.url}/api/articles/${slug}/vote`);
  const { tally } = (await response.json()) as VoteState;
  const { stdout } = await site.run("votes", slug, "--json", "--per-day");
  const days = JSON.parse(stdout) as { yes: number; no: number }[];
  const sum = (answer: "yes" | "no") => days.reduce((total, day) => total + day[answer], 0);
  return { tally, recount: { yes: sum("yes"), no: sum("no") } };
}
