import type { Tally } from "#model/vote.ts";
import type { SqliteDatabase } from "#store/database/schema.ts";
import type { TimedCast } from "#store/store.ts";
import type { Committed } from "./commit-votes.ts";
import { readersByKey } from "./forget-reader.ts";
import { additionsOf, type Change } from "./tally.ts";

const findStory = "select id from article where slug = ? and unpublished_at is null";

const findForgotten = "select reader from forgotten_reader where reader in (select value from json_each(?))";

/**
 * Writes one vote, and reports what it changed: nothing where it was there. A
 * withdrawal is written as an answer of null, to be reported like the rest.
 * Whether a vote is suspicious is settled by the request that first cast it.
 */
const upsert = `
  insert into vote (reader, article_id, enjoyed, suspicious, voted_at) values (?, ?, ?, ?, ?)
  on conflict (reader, article_id) do update
    set was = vote.enjoyed, enjoyed = excluded.enjoyed, voted_at = excluded.voted_at
    where vote.enjoyed is distinct from excluded.enjoyed
  returning was, suspicious`;

/** Withdrawn votes go within the transaction that withdrew them: nobody else ever sees a vote without an answer. */
const deleteWithdrawn = "delete from vote where reader = ? and enjoyed is null";

const addToShard = `
  insert into tally (article_id, shard, yes, no, suspicious) values (?, ?, ?, ?, ?)
  on conflict (article_id, shard) do update
    set yes = tally.yes + excluded.yes, no = tally.no + excluded.no,
        suspicious = tally.suspicious + excluded.suspicious`;

const readTally =
  "select coalesce(sum(yes), 0) as yes, coalesce(sum(no), 0) as no from tally where article_id = ?";

/**
 * Commits votes on SQLite, at most one a reader and story. The database is in this process, so a
 * statement a vote is the fastest way, and fastest of all where it is run at
 * once: between the transaction's begin and its commit nothing waits.
 */
export async function commitOnSqlite(
  { db, run }: SqliteDatabase,
  shard: number,
  casts: readonly TimedCast[],
): Promise<Committed> {
  return db.transaction().execute(async () => {
    const slugs = new Set(casts.map(({ slug }) => slug));
    const stories = new Map(
      [...slugs].flatMap((slug) => run<{ id: number }>(findStory, [slug]).map(({ id }) => [slug, id])),
    );
    const named = readersByKey(casts);
    const found = named.length === 0 ? [] : run<{ reader: string }>(findForgotten, [JSON.stringify(named)]);
    const forgotten = new Set(found.map(({ reader }) => reader));
    const changes = casts.flatMap(({ reader, slug, answer, suspicious, at, byKey }): readonly Change[] => {
      const article_id = stories.get(slug);
      if (article_id === undefined || (byKey && forgotten.has(reader))) return [];
      const enjoyed = answer === null ? null : Number(answer === "yes");
      const [before] = run<Pick<Change, "was" | "suspicious">>(upsert, [
        reader,
        article_id,
        enjoyed,
        Number(suspicious),
        at,
      ]);
      if (answer === null) run(deleteWithdrawn, [reader]);
      return before === undefined ? [] : [{ ...before, article_id, enjoyed }];
    });
    for (const { article_id, yes, no, suspicious } of additionsOf(changes)) {
      run(addToShard, [article_id, shard, yes, no, suspicious]);
    }
    const tallies = new Map(
      [...stories].flatMap(([slug, id]) =>
        run<Tally>(readTally, [id]).map(({ yes, no }) => [slug, { yes, no }]),
      ),
    );
    return { tallies, forgotten };
  });
}
