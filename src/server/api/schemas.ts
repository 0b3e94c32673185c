import { z } from "zod";
import type { Article, ArticlePage } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import type { Problem } from "#model/problem.ts";
import type { RevisionChange } from "#model/revision.ts";
import type { VoteState } from "#model/vote.ts";

/** The nouns' JSON as the API's description tells it. The compiler holds them to src/model. */

const offset = z.int().min(0).meta({ description: "UTF-16 units" });

const image = z.object({
  src: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  alt: z.string().nullable(),
  sources: z.array(z.object({ type: z.enum(["image/avif", "image/webp"]), src: z.string(), width: z.int() })),
});

const segment = z
  .object({ block: z.string(), start: offset, end: offset })
  .meta({ id: "Segment", description: "A half-open range of one block's text" });

const speaker = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string().nullable(),
    kind: z.enum(["person", "organization", "group"]),
    introduced: segment.nullable(),
  })
  .meta({ id: "Speaker" });

const block = z
  .object({
    id: z.string(),
    type: z.enum(["paragraph", "heading", "list-item", "blockquote"]),
    text: z.string(),
    inlines: z.array(
      z.object({
        type: z.enum(["emphasis", "strong", "code", "link"]),
        start: offset,
        end: offset,
        href: z.string().nullable(),
      }),
    ),
    level: z.int().nullable(),
    ordered: z.boolean().nullable(),
  })
  .meta({ id: "Block" });

const quotation = z
  .object({
    id: z.string().meta({ description: "Names the wording; it never moves to other words" }),
    kind: z.enum(["direct", "mixed"]),
    statement: z.int().min(1),
    speaker: z.string().nullable(),
    text: z.string(),
    segments: z.array(segment),
    cue: z.string().nullable(),
    confidence: z.number().min(0).max(1),
    attributedBy: z.enum(["engine", "editor"]),
  })
  .meta({ id: "Quotation" });

const newsArticle = {
  slug: z.string(),
  url: z.url(),
  headline: z.string(),
  description: z.string().nullable(),
  datePublished: z.string().nullable(),
  dateModified: z.string(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  inLanguage: z.string(),
  image: image.nullable(),
};

export const articleSchema = z
  .object({
    ...newsArticle,
    revision: z.int().min(1),
    blocks: z.array(block),
    speakers: z.array(speaker),
    quotations: z.array(quotation),
  })
  .meta({ id: "Article" }) satisfies z.ZodType<Article>;

const summary = z
  .object({
    ...newsArticle,
    wordCount: z.int(),
    score: z.object({
      length: z.int(),
      voices: z.array(
        z.object({
          speaker: speaker.nullable(),
          marks: z.array(z.object({ quotation: z.string(), start: offset, end: offset })),
        }),
      ),
    }),
  })
  .meta({ id: "ArticleSummary" });

export const articlePageSchema = z
  .object({ articles: z.array(summary), next: z.string().nullable() })
  .meta({ id: "ArticlePage" }) satisfies z.ZodType<ArticlePage>;

const diff = z.array(z.object({ op: z.enum(["equal", "insert", "delete"]), text: z.string() })).nullable();
const states = ["verbatim", "retypeset", "reattributed", "edited", "removed"] as const;

export const permalinkSchema = z
  .object({
    state: z.enum(states),
    quotation,
    speaker: speaker.nullable(),
    successor: z.string().nullable(),
    diff,
    history: z.array(
      z.object({
        revision: z.int(),
        date: z.string(),
        event: z.enum(["published", "retypeset", "reattributed", "edited", "removed", "restored"]),
        speaker: speaker.nullable(),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: "Permalink" }) satisfies z.ZodType<Permalink>;

export const changesSchema = z.array(
  z
    .object({
      revision: z.int(),
      date: z.string(),
      quotations: z.array(
        z.object({
          id: z.string(),
          state: z.enum([...states, "added"]),
          speaker: z.string().nullable(),
          speakerBefore: z.string().nullable(),
          text: z.string(),
          successor: z.string().nullable(),
          diff,
        }),
      ),
    })
    .meta({ id: "RevisionChange" }),
) satisfies z.ZodType<readonly RevisionChange[]>;

export const voteStateSchema = z
  .object({
    tally: z.object({ yes: z.int().min(0), no: z.int().min(0) }),
    mine: z.enum(["yes", "no"]).nullable(),
  })
  .meta({ id: "VoteState" }) satisfies z.ZodType<VoteState>;

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().exactOptional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" }) satisfies z.ZodType<Problem>;

export const gonePermalinkSchema = problemSchema.extend(permalinkSchema.shape).meta({
  id: "GonePermalink",
  description: "Words that were taken out: a problem that carries their permalink",
}) satisfies z.ZodType<Problem & Permalink>;
