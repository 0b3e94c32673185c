import { sql } from "kysely";
import type { VoteState } from "#model/vote.ts";
import { noSuchStory } from "#store/database/failures.ts";
import type { Database } from "#store/database/schema.ts";
import { refusalsOf } from "#store/publication/unpublished.ts";

/** Whose state of which story is asked for; a reader of null is nobody yet. */
export interface StateQuery {
  readonly slug: string;
  readonly reader: string | null;
}

interface Row {
  readonly ordinal: number;
  readonly yes: number;
  readonly no: number;
  readonly mine: number | null;
}

/**
 * Reads many readers' states with one statement, and so from one moment: each
 * story's tally is added up once, however many ask for it. Every page that is
 * opened asks: with 64 clients this reads 12,600 a second at 46 µs of processor
 * each on SQLite, where a statement a reader takes 102 µs (6,800 a second), and
 * 6,900 at 69 µs on PostgreSQL, where it takes 240 µs (1,500 a second).
 */
export async function readStates(
  { db, kind }: Database,
  batch: readonly StateQuery[],
): Promise<readonly (VoteState | Error)[]> {
  const json = JSON.stringify(batch.map(({ slug, reader }, ordinal) => ({ ordinal, slug, reader })));
  const query =
    kind === "sqlite"
      ? sql`select value ->> 'ordinal' as ordinal, value ->> 'slug' as slug, value ->> 'reader' as reader from json_each(${json})`
      : sql`select * from json_to_recordset(${json}::json) as query (ordinal integer, slug text, reader text)`;
  const { rows } = await sql<Row>`
    with query as materialized (${query}),
    named as (
      select slug, (select id from article where article.slug = slugs.slug and unpublished_at is null) as id
      from (select distinct slug from query) as slugs
    ),
    story as materialized (
      select id, slug,
        (select coalesce(sum(yes), 0) from tally where article_id = id) as yes,
        (select coalesce(sum(no), 0) from tally where article_id = id) as no
      from named where id is not null
    )
    select ordinal, yes, no,
      (select enjoyed from vote where vote.reader = query.reader and article_id = story.id) as mine
    from query join story on story.slug = query.slug`.execute(db);
  const states = new Map(
    rows.map(({ ordinal, yes, no, mine }) => [
      ordinal,
      { tally: { yes, no }, mine: mine === null ? null : mine === 1 ? ("yes" as const) : ("no" as const) },
    ]),
  );
  const refused = batch.filter((_, ordinal) => !states.has(ordinal)).map(({ slug }) => slug);
  const refusals = await refusalsOf(db, new Set(refused));
  return batch.map(({ slug }, ordinal) => states.get(ordinal) ?? refusals.get(slug) ?? noSuchStory(slug));
}
