import type { Kysely } from "kysely";
import { ProblemError, type Unpublished } from "#model/problem.ts";
import { noSuchStory } from "#store/database/failures.ts";
import type { Schema } from "#store/database/schema.ts";

/** What a story's row says of its being off. */
export interface UnpublishedRow {
  readonly unpublished_at: number | null;
  readonly unpublished_why: string | null;
}

/** Since when and why a story is off; null for one that readers may see. */
export function unpublishedOf({
  unpublished_at: at,
  unpublished_why: reason,
}: UnpublishedRow): Unpublished | null {
  return at === null ? null : { date: new Date(at).toISOString(), reason };
}

/** Throws ProblemError 410 for the row of a story that is off. */
export function refuseUnpublished(row: UnpublishedRow): void {
  const unpublished = unpublishedOf(row);
  if (unpublished !== null) throw gone(unpublished);
}

const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What an address of a story that is off is answered with. */
function gone(unpublished: Unpublished): ProblemError {
  const { date, reason } = unpublished;
  const off = `The publisher took this story off on ${dates.format(Date.parse(date))}`;
  const detail = reason === null ? `${off}.` : `${off}: ${reason}`;
  return new ProblemError(410, "Gone", detail, null, { unpublished });
}

/** Why votes on these slugs are refused: ProblemError 410 for a story that is off, 404 for one that is not there. */
export async function refusalsOf(
  db: Kysely<Schema>,
  slugs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ProblemError>> {
  if (slugs.size === 0) return new Map();
  const rows = await db
    .selectFrom("article")
    .where("slug", "in", [...slugs])
    .where("unpublished_at", "is not", null)
    .select(["slug", "unpublished_at", "unpublished_why"])
    .execute();
  const off = new Map(rows.map((row) => [row.slug, unpublishedOf(row)]));
  return new Map(
    [...slugs].map((slug) => {
      const unpublished = off.get(slug) ?? null;
      return [slug, unpublished === null ? noSuchStory(slug) : gone(unpublished)];
    }),
  );
}
