import type { Tally } from "#model/vote.ts";
import { additionsOf, type Change } from "./add-to-tally.ts";
import type { SqliteDatabase } from "./schema.ts";
import type { TimedCast } from "./timed-cast.ts";

/**
 * Writes one vote of a story that exists, and reports what that changed. A
 * withdrawal is written as an answer of null, to be reported like the rest.
 * Whether a vote is suspicious is settled by the request that first cast it.
 */
const upsert = `
  insert into vote (reader, article_id, enjoyed, suspicious, voted_at)
  select ?, id, ?, ?, ? from article where slug = ?
  on conflict (reader, article_id) do update
    set was = vote.enjoyed, enjoyed = excluded.enjoyed, voted_at = excluded.voted_at
    where vote.enjoyed is distinct from excluded.enjoyed
  returning article_id, enjoyed, was, suspicious`;

/** Withdrawn votes go within the transaction that withdrew them: nobody else ever sees a vote without an answer. */
const deleteWithdrawn = "delete from vote where reader = ? and enjoyed is null";

const addToLane = `
  insert into tally (article_id, lane, yes, no, suspicious) values (?, ?, ?, ?, ?)
  on conflict (article_id, lane) do update
    set yes = tally.yes + excluded.yes, no = tally.no + excluded.no,
        suspicious = tally.suspicious + excluded.suspicious`;

/** No row for a story that does not exist; sums of null for one that nobody has answered. */
const readTally = `
  select coalesce(sum(yes), 0) as yes, coalesce(sum(no), 0) as no
  from article left join tally on tally.article_id = article.id
  where slug = ? group by article.id`;

/**
 * Commits votes on SQLite, at most one a reader and story; resolves with the
 * tallies that they left, by slug. The database is in this process, so a
 * statement a vote is the fastest way, and fastest of all where it is run at
 * once: what comes between the transaction's begin and its commit has no
 * promise to wait for.
 */
export async function writeVotesToSqlite(
  { db, run }: SqliteDatabase,
  lane: number,
  casts: readonly TimedCast[],
): Promise<ReadonlyMap<string, Tally>> {
  return db.transaction().execute(async () => {
    const changes = casts.flatMap(({ reader, slug, answer, suspicious, at }) => {
      const enjoyed = answer === null ? null : Number(answer === "yes");
      const changed = run<Change>(upsert, [reader, enjoyed, Number(suspicious), at, slug]);
      if (answer === null) run(deleteWithdrawn, [reader]);
      return changed;
    });
    for (const { article_id, yes, no, suspicious } of additionsOf(changes)) {
      run(addToLane, [article_id, lane, yes, no, suspicious]);
    }
    const slugs = new Set(casts.map(({ slug }) => slug));
    return new Map(
      [...slugs].flatMap((slug) => run<Tally>(readTally, [slug]).map(({ yes, no }) => [slug, { yes, no }])),
    );
  });
}
