import { sql } from "kysely";
import { openPostgres } from "#store/database/postgres.ts";
import { openSqlite } from "#store/database/sqlite.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { draftOf, silent } from "#tools/support/story-draft.ts";

const votes = 1_000_000;
const readings = 500;

/**
 * How long the server takes to read the tally of a story that a million
 * readers answered, in milliseconds: the median, and what 99 of 100 stay under.
 * The tally lies in as many shards as there can be.
 */
export async function readMillionVotes(
  databaseUrl: string | null,
  dataDir: string,
): Promise<{ readonly median: number; readonly p99: number }> {
  const store = await openStore({ databaseUrl, dataDir, siteUrl: "https://paper.example", log: silent });
  await store.articles.save(draftOf("million"));
  await writeMillion(databaseUrl, dataDir);
  const times: number[] = [];
  for (let reading = 0; reading < readings; reading += 1) {
    const begun = performance.now();
    const { tally, mine } = await store.votes.state("million", `reader ${reading * 1_999 + 1}`);
    times.push(performance.now() - begun);
    if (tally.yes + tally.no !== votes || mine === null) throw new Error("the million is not complete");
  }
  await expectRecount(store);
  await store.close();
  times.sort((one, other) => one - other);
  return {
    median: times[readings >> 1] ?? Number.NaN,
    p99: times[Math.floor(readings * 0.99)] ?? Number.NaN,
  };
}

/** A million votes by the database's own hand, seven of ten a yes, and their tally over 64 shards. */
async function writeMillion(databaseUrl: string | null, dataDir: string): Promise<void> {
  const { reportDb: db, kind } =
    databaseUrl === null ? openSqlite(dataDir) : openPostgres(databaseUrl, silent);
  const numbers =
    kind === "sqlite"
      ? sql`(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(votes)}) select n from numbers) as numbers`
      : sql`generate_series(1, ${sql.lit(votes)}) as numbers(n)`;
  await sql`insert into vote (reader, article_id, enjoyed, suspicious, voted_at)
    select 'reader ' || n, article.id, case when n % 10 < 7 then 1 else 0 end, 0, 1700000000000 from ${numbers}, article`.execute(
    db,
  );
  await sql`insert into tally (article_id, shard, yes, no, suspicious)
    select article_id, cast(substr(reader, 8) as integer) % 64, sum(enjoyed), count(*) - sum(enjoyed), 0 from vote group by 1, 2`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  await db.destroy();
}

async function expectRecount(store: Store): Promise<void> {
  const { tally } = await store.votes.state("million", null);
  const [day] = await store.votes.results({ slug: "million", perDay: true });
  if (day?.yes !== tally.yes || day.no !== tally.no) throw new Error("tally and recount disagree");
}
