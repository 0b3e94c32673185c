import { sql } from "kysely";
import type { VoteState } from "#model/vote.ts";
import { noSuchStory } from "#store/database/failures.ts";
import type { Database } from "#store/database/schema.ts";

/** Whose state of which story is asked for; a reader of null is nobody yet. */
export interface Asked {
  readonly slug: string;
  readonly reader: string | null;
}

interface Row {
  readonly place: number;
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
  batch: readonly Asked[],
): Promise<readonly (VoteState | Error)[]> {
  const json = JSON.stringify(batch.map(({ slug, reader }, place) => ({ place, slug, reader })));
  const asked =
    kind === "sqlite"
      ? sql`select value ->> 'place' as place, value ->> 'slug' as slug, value ->> 'reader' as reader from json_each(${json})`
      : sql`select * from json_to_recordset(${json}::json) as asked (place integer, slug text, reader text)`;
  const { rows } = await sql<Row>`
    with asked as materialized (${asked}),
    named as (
      select slug, (select id from article where article.slug = slugs.slug) as id
      from (select distinct slug from asked) as slugs
    ),
    story as materialized (
      select id, slug,
        (select coalesce(sum(yes), 0) from tally where article_id = id) as yes,
        (select coalesce(sum(no), 0) from tally where article_id = id) as no
      from named where id is not null
    )
    select place, yes, no,
      (select enjoyed from vote where vote.reader = asked.reader and article_id = story.id) as mine
    from asked join story on story.slug = asked.slug`.execute(db);
  const states = new Map(
    rows.map(({ place, yes, no, mine }) => [
      place,
      { tally: { yes, no }, mine: mine === null ? null : mine === 1 ? ("yes" as const) : ("no" as const) },
    ]),
  );
  return batch.map(({ slug }, place) => states.get(place) ?? noSuchStory(slug));
}
