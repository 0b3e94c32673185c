import { z } from "zod";
import type { Decision } from "#model/correction.ts";
import { ProblemError } from "#model/problem.ts";
import { readDocument } from "#store/database/read-document.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import type { CorrectionStore } from "#store/store.ts";

const name = z.string().nullable().default(null);
const role = z.string().nullable().default(null);

/** A decision as it is kept; parsed when it is read, as articles are. */
const decisionDocument = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("speaker"), quotation: z.string(), name, role }),
  z.object({ kind: z.literal("not-a-quotation"), quotation: z.string() }),
  z.object({ kind: z.literal("quotation"), text: z.string(), name, role }),
  z.object({ kind: z.literal("role"), name: z.string(), role }),
  z.object({ kind: z.literal("same-person"), name: z.string(), as: z.string() }),
  z.object({ kind: z.literal("spelling"), name: z.string(), as: z.string() }),
]) satisfies z.ZodType<Decision>;

/** An editor's decisions about a story. */
export function createCorrectionStore({ db }: Database): CorrectionStore {
  const ofStory = (slug: string) =>
    db
      .selectFrom("correction")
      .innerJoin("article", "article.id", "correction.article_id")
      .where("article.slug", "=", slug);

  return {
    async list(slug) {
      const rows = await ofStory(slug)
        .where("correction.undone", "=", 0)
        .orderBy("correction.number")
        .select(["correction.number", "decision", "wording", "made_at", "origin"])
        .execute();
      return rows.map(({ number, decision, wording, made_at, origin }) => ({
        number,
        decision: readDocument(decisionDocument, decision),
        wording,
        madeAt: made_at,
        origin,
      }));
    },

    add(slug, correction) {
      const { decision, wording, madeAt, origin } = correction;
      return retry(() =>
        db.transaction().execute(async (transaction) => {
          // Locks the story's row, so that two editors do not get the same number.
          const article = await transaction
            .updateTable("article")
            .set(({ ref }) => ({ revision: ref("revision") }))
            .where("slug", "=", slug)
            .returning("id")
            .executeTakeFirst();
          if (article === undefined) throw new ProblemError(404, "Not Found", `There is no story “${slug}”.`);
          const last = await transaction
            .selectFrom("correction")
            .where("article_id", "=", article.id)
            .orderBy("number", "desc")
            .select("number")
            .limit(1)
            .executeTakeFirst();
          const number = (last?.number ?? 0) + 1;
          await transaction
            .insertInto("correction")
            .values({
              article_id: article.id,
              number,
              decision: JSON.stringify(decision),
              wording,
              made_at: madeAt,
              origin,
              undone: 0,
            })
            .execute();
          return { ...correction, number };
        }),
      );
    },

    async undo(slug, number) {
      const undone = await db.transaction().execute((transaction) =>
        transaction
          .updateTable("correction")
          .set({ undone: 1 })
          .where("number", "=", number)
          .where("undone", "=", 0)
          .where("article_id", "=", ({ selectFrom }) =>
            selectFrom("article").where("slug", "=", slug).select("id"),
          )
          .returning("number")
          .executeTakeFirst(),
      );
      return undone !== undefined;
    },
  };
}
