import { z } from "zod";
import type { Article, ArticlePage } from "#model/article.ts";
import type { FurtherReading } from "#model/further-reading.ts";
import type { Permalink } from "#model/permalink.ts";
import type { Problem } from "#model/problem.ts";
import type { RevisionChange } from "#model/revision.ts";
import type { TakenOffList } from "#model/taken-off.ts";
import type { VoteState } from "#model/vote.ts";
import { articleDocument, summaryDocument } from "#store/articles/article-document.ts";
import { changeDocument, permalinkDocument } from "#store/revisions/revision-documents.ts";

/** The nouns' JSON as the API's description tells it: what the store keeps, and where it stands. */

const address = { url: z.url() };

export const articleSchema = articleDocument
  .extend(address)
  .meta({ id: "Article" }) satisfies z.ZodType<Article>;

const summarySchema = summaryDocument.extend(address).meta({ id: "ArticleSummary" });

export const articlePageSchema = z
  .object({
    articles: z.array(summarySchema),
    next: z.string().nullable(),
  })
  .meta({ id: "ArticlePage" }) satisfies z.ZodType<ArticlePage>;

export const permalinkSchema = permalinkDocument.meta({ id: "Permalink" }) satisfies z.ZodType<Permalink>;

export const changesSchema = z
  .array(changeDocument.meta({ id: "RevisionChange" }))
  .meta({ description: "A RevisionChange for each revision, newest first" }) satisfies z.ZodType<
  readonly RevisionChange[]
>;

export const furtherSchema = z
  .object({
    next: z.array(summarySchema),
    sameNames: z.array(
      z
        .object({
          article: summarySchema.pick({
            slug: true,
            url: true,
            headline: true,
            datePublished: true,
            inLanguage: true,
          }),
          speakers: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
        })
        .meta({ id: "SameNames" }),
    ),
  })
  .meta({ id: "FurtherReading" }) satisfies z.ZodType<FurtherReading>;

export const takenOffSchema = z
  .object({
    stories: z.array(
      z.object({
        digest: z.string().meta({ description: "SHA-256 of the story's slug, in hexadecimal digits" }),
        date: z.string().meta({ description: "ISO 8601, an instant" }),
      }),
    ),
  })
  .meta({ id: "TakenOffList" }) satisfies z.ZodType<TakenOffList>;

export const voteStateSchema = z
  .object({
    tally: z.object({ yes: z.int().min(0), no: z.int().min(0) }),
    mine: z.enum(["yes", "no"]).nullable(),
  })
  .meta({ id: "VoteState" }) satisfies z.ZodType<VoteState>;

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().exactOptional(),
    story: z.object({ slug: z.string(), headline: z.string() }).meta({ id: "ProblemStory" }).exactOptional(),
    unpublished: z
      .object({ date: z.string(), reason: z.string().nullable() })
      .meta({ id: "Unpublished", description: "Since when and why a story is off" })
      .exactOptional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" }) satisfies z.ZodType<Problem>;

const gonePermalinkSchema = problemSchema.extend(permalinkSchema.shape).meta({
  id: "GonePermalink",
  description: "Words that were taken out: a problem that carries their permalink",
}) satisfies z.ZodType<Problem & Permalink>;

const problem = (description: string, schema: z.ZodType = problemSchema) => ({
  description,
  content: { "application/problem+json": { schema } },
});

const problems = {
  400: problem("Malformed or invalid"),
  403: problem("Sent from another site"),
  404: problem("There is no such thing"),
  410: problem("The story was taken off by its publisher"),
  413: problem("The body is too large"),
  415: problem("Not application/json"),
  429: problem("Too many new readers from one network; see Retry-After"),
  503: problem("The database is away or crowded; see Retry-After"),
} as const;

/** What is gone at a quotation's address: its words, or the story with them. */
export const goneWords = problem(
  "The words were taken out of the story, or the story was taken off",
  z.union([gonePermalinkSchema, problemSchema]),
);

/** What may go wrong at an address, for its description. */
export function failures<Status extends keyof typeof problems>(...statuses: readonly Status[]) {
  return Object.fromEntries(statuses.map((status) => [status, problems[status]])) as Pick<
    typeof problems,
    Status
  >;
}

/** The responses of an address, for its description: the answer, and what may go wrong. */
export function responses<Answer extends z.ZodType, Status extends keyof typeof problems>(
  answer: Answer,
  ...statuses: readonly Status[]
) {
  return { 200: answer, ...failures(...statuses) };
}
