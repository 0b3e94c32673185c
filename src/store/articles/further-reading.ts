import type { Kysely } from "kysely";
import type { ArticleSummary, Speaker } from "#model/article.ts";
import type { Schema } from "#store/database/schema.ts";
import { refuseUnpublished } from "#store/publication/unpublished.ts";
import type { Log } from "#store/store.ts";
import { cursorAfter, listArticles, readSummaries } from "./list-articles.ts";
import { fullNamesIn } from "./quoted-names.ts";

/** A story of a list, without its address. */
type Summary = Omit<ArticleSummary, "url">;

/** How many stories to go on with, and how many that share names. */
const nextLength = 2;
const sameNamesLength = 3;
/** How many of a story's names are looked for, and among how many stories of each: what it costs does not grow with the archive. */
const namesSought = 8;
const newestOfName = 24;

/** What the store knows of FurtherReading: the stories are still without their addresses. */
export interface FurtherSummaries {
  readonly next: readonly Summary[];
  readonly sameNames: readonly {
    readonly article: Summary;
    readonly speakers: readonly Pick<Speaker, "name" | "role">[];
  }[];
}

/**
 * Where a reader may go on to from a story; null for an unknown slug.
 *
 * What follows on the front page is what a new story changes least: it comes
 * first there, so that no other story's page is drawn anew, but those of the
 * last ones, which go on with it.
 */
export async function readFurther(
  db: Kysely<Schema>,
  slug: string,
  log: Log,
): Promise<FurtherSummaries | null> {
  const here = await db
    .selectFrom("article")
    .where("slug", "=", slug)
    .select(["id", "published_at", "summary", "unpublished_at", "unpublished_why"])
    .executeTakeFirst();
  if (here === undefined) return null;
  refuseUnpublished(here);
  const [own] = readSummaries([here], log);
  const [next, sameNames] = await Promise.all([
    readNext(db, { slug, cursor: cursorAfter(here) }, log),
    own === undefined ? [] : readSameNames(db, here.id, fullNamesIn(own.score), log),
  ]);
  return { next, sameNames };
}

async function readNext(
  db: Kysely<Schema>,
  { slug, cursor }: { readonly slug: string; readonly cursor: string },
  log: Log,
): Promise<readonly Summary[]> {
  const { summaries: after } = await listArticles(db, { limit: nextLength, cursor }, log);
  if (after.length === nextLength) return after;
  const { summaries: first } = await listArticles(db, { limit: 2 * nextLength, cursor: null }, log);
  const known = new Set([slug, ...after.map((story) => story.slug)]);
  return [...after, ...first.filter((story) => !known.has(story.slug))].slice(0, nextLength);
}

async function readSameNames(
  db: Kysely<Schema>,
  id: number,
  names: readonly string[],
  log: Log,
): Promise<FurtherSummaries["sameNames"]> {
  const ids = await idsWithNames(db, id, names.slice(0, namesSought));
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("article").where("id", "in", ids).select(["id", "summary"]).execute();
  const inOrder = rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  const sought = new Set(names);
  return readSummaries(inOrder, log).map((article) => ({
    article,
    speakers: speakersNamed(article, sought),
  }));
}

/** Of the newest stories under each name, which is a short walk along the index, those with most names in common. */
async function idsWithNames(
  db: Kysely<Schema>,
  id: number,
  names: readonly string[],
): Promise<readonly number[]> {
  const [first, ...others] = names.map((name) =>
    db
      .selectFrom(
        db
          .selectFrom("quoted_name")
          .where("name", "=", name)
          .where("article_id", "!=", id)
          .orderBy("published_at", "desc")
          .orderBy("article_id", "desc")
          .limit(newestOfName)
          .select(["article_id", "published_at"])
          .as("newest"),
      )
      .select(["article_id", "published_at"]),
  );
  if (first === undefined) return [];
  const found = await others.reduce((all, one) => all.unionAll(one), first).execute();
  const counts = new Map<number, { readonly names: number; readonly publishedAt: number }>();
  for (const { article_id, published_at } of found) {
    counts.set(article_id, { names: (counts.get(article_id)?.names ?? 0) + 1, publishedAt: published_at });
  }
  return [...counts]
    .toSorted(
      ([id, one], [otherId, other]) =>
        other.names - one.names || other.publishedAt - one.publishedAt || otherId - id,
    )
    .slice(0, sameNamesLength)
    .map(([id]) => id);
}

/** Who is quoted in a story under one of these names, each once. */
function speakersNamed(
  { score }: Summary,
  names: ReadonlySet<string>,
): readonly Pick<Speaker, "name" | "role">[] {
  const found = new Map<string, Pick<Speaker, "name" | "role">>();
  for (const voice of score.voices) {
    const [name] = fullNamesIn({ voices: [voice] });
    if (name === undefined || voice.speaker === null || !names.has(name) || found.has(name)) continue;
    found.set(name, { name: voice.speaker.name, role: voice.speaker.role });
  }
  return [...found.values()];
}
