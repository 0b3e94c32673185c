import { CompiledQuery, type Kysely } from "kysely";
import type { Tally } from "#model/vote.ts";
import type { Schema } from "#store/database/schema.ts";
import type { TimedCast } from "#store/store.ts";
import type { Committed } from "./commit-votes.ts";
import { readersByKey } from "./forget-reader.ts";
import { talliesOf } from "./tally.ts";

/**
 * Writes votes, in the order in which they are given; adds what that changed to this
 * server's shard of each story; and reports each story's tally with it, and how
 * many votes changed any, and whose were left out as a forgotten reader's. A statement does not see what it has written itself:
 * so the tally is its own shard as just written, and the others as they stand.
 */
const upsert = `
  with story as materialized (
    select id, slug from article where slug = any($1::text[]) and unpublished_at is null
  ), forgotten as materialized (
    select reader from forgotten_reader where reader = any($9::text[])
  ), changed as (
    insert into vote (reader, article_id, enjoyed, suspicious, voted_at)
    select reader, id, enjoyed, suspicious, at
    from unnest($2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::bigint[], $10::boolean[]) with ordinality
      as given (slug, reader, enjoyed, suspicious, at, by_key, ordinal)
    join story using (slug)
    where not (by_key and reader in (select reader from forgotten))
    order by ordinal
    on conflict (reader, article_id) do update
      set was = vote.enjoyed, enjoyed = excluded.enjoyed, voted_at = excluded.voted_at
      where vote.enjoyed is distinct from excluded.enjoyed
    returning article_id, enjoyed, was, suspicious
  ), own as (
    insert into tally (article_id, shard, yes, no, suspicious)
    select article_id, $7::smallint,
      count(*) filter (where enjoyed = 1) - count(*) filter (where was = 1),
      count(*) filter (where enjoyed = 0) - count(*) filter (where was = 0),
      sum(case when enjoyed is not null and was is null then suspicious
               when enjoyed is null and was is not null then -suspicious
               else 0 end)
    from changed group by article_id
    order by article_id
    on conflict (article_id, shard) do update
      set yes = tally.yes + excluded.yes,
          no = tally.no + excluded.no,
          suspicious = tally.suspicious + excluded.suspicious
    returning article_id, yes, no
  )
  select slug, (select count(*) from changed) as changed,
    (select array_agg(reader) from forgotten) as forgotten,
    coalesce(own.yes, 0) + coalesce(others.yes, 0) as yes,
    coalesce(own.no, 0) + coalesce(others.no, 0) as no
  from story
  left join own on own.article_id = story.id
  cross join lateral (
    select sum(yes) as yes, sum(no) as no from tally
    where $8::boolean and article_id = story.id and (shard <> $7::smallint or own.article_id is null)
  ) as others`;

/**
 * Commits votes on PostgreSQL, at most one a reader and story.
 *
 * One statement does it all, so that a batch costs one round trip and its own
 * commit. Reading other servers' shards in it is a conflict with them where
 * transactions are serializable: after one, the tallies are read by themselves.
 *
 * A withdrawal is written as an answer of null, to be reported like the
 * rest; deleting it takes a second statement, because one statement may not
 * touch a row twice, and so a transaction. Whether a vote is suspicious is
 * settled by the request that first cast it.
 */
export async function commitOnPostgres(
  db: Kysely<Schema>,
  shard: number,
  casts: readonly TimedCast[],
  again: boolean,
): Promise<Committed> {
  const slugs = new Set(casts.map(({ slug }) => slug));
  const write = CompiledQuery.raw(upsert, parametersOf(casts, slugs, shard, !again));
  const withdrawn = casts.filter(({ answer }) => answer === null).map(({ reader }) => reader);
  if (withdrawn.length === 0) {
    const { rows } = await db.executeQuery<Written>(write);
    // A vote that changed nothing may be one that another server commits at this moment: then the statement came too early to count it.
    const isWhole = rows[0]?.changed === casts.length && !again;
    return {
      tallies: isWhole ? new Map(rows.map(tallyOf)) : await talliesOf(db, slugs),
      forgotten: forgottenOf(rows),
    };
  }
  const forgotten = await db.transaction().execute(async (transaction) => {
    const { rows } = await transaction.executeQuery<Written>(write);
    await transaction
      .deleteFrom("vote")
      .where("reader", "in", withdrawn)
      .where("enjoyed", "is", null)
      .execute();
    return forgottenOf(rows);
  });
  return { tallies: await talliesOf(db, slugs), forgotten };
}

/** A story's tally, and how many votes of the batch changed that or another's. */
interface Written {
  readonly slug: string;
  readonly changed: number;
  readonly forgotten: readonly string[] | null;
  readonly yes: number;
  readonly no: number;
}

const forgottenOf = ([first]: readonly Written[]): ReadonlySet<string> => new Set(first?.forgotten);

const tallyOf = ({ slug, yes, no }: Written): [string, Tally] => [slug, { yes, no }];

/**
 * One array a column: the cheapest way into PostgreSQL, and one text for
 * batches of any size. They are put into the order of their key here, where
 * comparing costs less than under a database's collation.
 */
function parametersOf(
  casts: readonly TimedCast[],
  slugs: ReadonlySet<string>,
  shard: number,
  withOthers: boolean,
): unknown[] {
  const sorted = casts.toSorted(
    (one, other) => order(one.reader, other.reader) || order(one.slug, other.slug),
  );
  return [
    [...slugs],
    sorted.map(({ slug }) => slug),
    sorted.map(({ reader }) => reader),
    numbers(sorted.map(({ answer }) => (answer === null ? "null" : Number(answer === "yes")))),
    numbers(sorted.map(({ suspicious }) => Number(suspicious))),
    numbers(sorted.map(({ at }) => at)),
    shard,
    withOthers,
    readersByKey(casts),
    sorted.map(({ byKey }) => byKey ?? false),
  ];
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** An array as PostgreSQL reads it; `pg` would put each number into quotation marks and escape it. */
const numbers = (values: readonly (number | "null")[]): string => `{${values.join(",")}}`;
