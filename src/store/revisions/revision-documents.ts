import { z } from "zod";
import type { Permalink } from "#model/permalink.ts";
import type { RevisionChange } from "#model/revision.ts";
import { quotation, speaker } from "#store/articles/article-document.ts";
import type { SourceText } from "#store/store.ts";

/** What is kept of a story's revisions, parsed when it is read as articles are; see article-document.ts. */

const states = ["verbatim", "retypeset", "reattributed", "edited", "removed"] as const;
const diff = z
  .array(
    z.object({ op: z.enum(["equal", "insert", "delete"]), text: z.string() }).meta({ id: "DifferencePart" }),
  )
  .nullable()
  .default(null);

export const permalinkDocument = z.object({
  state: z.enum(states),
  quotation,
  speaker: speaker.nullable().default(null),
  successor: z.string().nullable().default(null),
  diff,
  history: z.array(
    z
      .object({
        revision: z.int(),
        date: z.string(),
        event: z.enum(["published", "retypeset", "reattributed", "edited", "removed", "restored"]),
        speaker: speaker.nullable().default(null),
        text: z.string(),
      })
      .meta({ id: "PermalinkEvent" }),
  ),
}) satisfies z.ZodType<Permalink>;

export const changeDocument = z.object({
  revision: z.int(),
  date: z.string(),
  quotations: z.array(
    z.object({
      id: z.string(),
      state: z.enum([...states, "added"]),
      speaker: z.string().nullable().default(null),
      speakerBefore: z.string().nullable().default(null),
      text: z.string(),
      successor: z.string().nullable().default(null),
      diff,
    }),
  ),
}) satisfies z.ZodType<RevisionChange>;

export const sourceTextDocument = z.object({
  source: z.string().nullable().default(null),
  format: z.enum(["text", "markdown", "html"]),
  text: z.string(),
  overrides: z.record(z.string(), z.string()).default({}),
}) satisfies z.ZodType<SourceText>;
