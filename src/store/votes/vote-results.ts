import { sql } from "kysely";
import { noSuchStory } from "#store/database/failures.ts";
import type { Database } from "#store/database/schema.ts";
import type { VoteCount } from "#store/store.ts";
import { shardSum } from "./tally.ts";

const dayMilliseconds = 86_400_000;

/** One row a story, newest first; stories that nobody has answered included. */
export async function resultsByStory(
  { reportDb: db }: Database,
  slug: string | null,
): Promise<readonly VoteCount[]> {
  const all = db
    .selectFrom("article")
    .select((eb) => ["slug", "headline", shardSum(eb, "yes"), shardSum(eb, "no"), shardSum(eb, "suspicious")])
    .orderBy("published_at", "desc")
    .orderBy("id", "desc");
  const rows = await (slug === null ? all : all.where("slug", "=", slug)).execute();
  if (slug !== null && rows.length === 0) throw noSuchStory(slug);
  return rows.map(({ yes, no, suspicious, ...story }) => ({
    ...story,
    day: null,
    yes: yes ?? 0,
    no: no ?? 0,
    suspicious: suspicious ?? 0,
  }));
}

/** One row a story and day (UTC) of the readers' last word, counted from the votes themselves. */
export async function resultsByDay(
  { reportDb: db }: Database,
  slug: string | null,
): Promise<readonly VoteCount[]> {
  const day = sql<number>`voted_at / ${sql.lit(dayMilliseconds)}`;
  const stories = db
    .selectFrom("article")
    .select(["id", "slug", "headline"])
    .orderBy("published_at", "desc")
    .orderBy("id", "desc");
  const wanted = await (slug === null ? stories : stories.where("slug", "=", slug)).execute();
  if (slug !== null && wanted.length === 0) throw noSuchStory(slug);

  const counts = db
    .selectFrom("vote")
    .select(({ fn }) => [
      "article_id",
      day.as("day"),
      fn.sum<number>("enjoyed").as("yes"),
      fn.countAll<number>().as("votes"),
      fn.sum<number>("suspicious").as("suspicious"),
    ])
    .groupBy(["article_id", day])
    .orderBy("article_id")
    .orderBy(day);
  const ids = wanted.map(({ id }) => id);
  const rows = await (slug === null ? counts : counts.where("article_id", "in", ids)).execute();
  const byStory = Map.groupBy(rows, ({ article_id }) => article_id);
  return wanted.flatMap(({ id, slug: own, headline }) =>
    (byStory.get(id) ?? []).map(({ day: number, yes, votes, suspicious }) => ({
      slug: own,
      headline,
      day: new Date(number * dayMilliseconds).toISOString().slice(0, 10),
      yes,
      no: votes - yes,
      suspicious,
    })),
  );
}
