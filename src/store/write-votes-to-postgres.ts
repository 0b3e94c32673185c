import { type Kysely, sql } from "kysely";
import type { TimedCast } from "./commit-votes.ts";
import type { Schema } from "./schema.ts";

/**
 * Commits votes on PostgreSQL, at most one a reader and story.
 *
 * One statement does it all, so that a batch costs one round trip and its own
 * commit: the votes come in as one JSON value, are written in the order of
 * their key, and what that changed is added to this server's lane of each
 * story. A withdrawal is written as an answer of null, to be reported like the
 * rest; deleting it takes a second statement, because one statement may not
 * touch a row twice, and so a transaction. Whether a vote is suspicious is
 * settled by the request that first cast it.
 */
export async function writeVotesToPostgres(
  db: Kysely<Schema>,
  lane: number,
  casts: readonly TimedCast[],
): Promise<void> {
  const withdrawn = casts.filter(({ answer }) => answer === null).map(({ reader }) => reader);
  if (withdrawn.length === 0) {
    await upsert(db, lane, casts);
    return;
  }
  await db.transaction().execute(async (transaction) => {
    await upsert(transaction, lane, casts);
    await transaction
      .deleteFrom("vote")
      .where("reader", "in", withdrawn)
      .where("enjoyed", "is", null)
      .execute();
  });
}

async function upsert(db: Kysely<Schema>, lane: number, casts: readonly TimedCast[]): Promise<void> {
  const votes = JSON.stringify(
    casts.map(({ slug, reader, answer, suspicious, at }) => ({
      slug,
      reader,
      enjoyed: answer === null ? null : Number(answer === "yes"),
      suspicious: Number(suspicious),
      at,
    })),
  );
  await sql`
    with given as (
      select given.*, (select id from article where article.slug = given.slug) as article_id
      from json_to_recordset(${votes}::json)
        as given (slug text, reader text, enjoyed smallint, suspicious smallint, at bigint)
    ), changed as (
      insert into vote (reader, article_id, enjoyed, suspicious, voted_at)
      select reader, article_id, enjoyed, suspicious, at from given
      where article_id is not null
      order by reader, article_id
      on conflict (reader, article_id) do update
        set was = vote.enjoyed, enjoyed = excluded.enjoyed, voted_at = excluded.voted_at
        where vote.enjoyed is distinct from excluded.enjoyed
      returning article_id, enjoyed, was, suspicious
    ), added as (
      select article_id,
        count(*) filter (where enjoyed = 1) - count(*) filter (where was = 1) as yes,
        count(*) filter (where enjoyed = 0) - count(*) filter (where was = 0) as no,
        sum(case when enjoyed is not null and was is null then suspicious
                 when enjoyed is null and was is not null then -suspicious
                 else 0 end) as suspicious
      from changed group by article_id
    )
    insert into tally (article_id, lane, yes, no, suspicious)
    select article_id, ${lane}::smallint, yes, no, suspicious from added
    where yes <> 0 or no <> 0 or suspicious <> 0
    order by article_id
    on conflict (article_id, lane) do update
      set yes = tally.yes + excluded.yes,
          no = tally.no + excluded.no,
          suspicious = tally.suspicious + excluded.suspicious`.execute(db);
}
