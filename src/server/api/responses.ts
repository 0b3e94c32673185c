import type { z } from "zod";
import { gonePermalinkSchema, problemSchema } from "./schemas.ts";

const problem = (description: string, schema: z.ZodType = problemSchema) => ({
  description,
  content: { "application/problem+json": { schema } },
});

const problems = {
  400: problem("Malformed or invalid"),
  403: problem("Sent from another site"),
  404: problem("There is no such thing"),
  410: problem("The wording was removed", gonePermalinkSchema),
  413: problem("The body is too large"),
  415: problem("Not application/json"),
  429: problem("Too many new readers from one network; see Retry-After"),
  503: problem("The database is away or crowded; see Retry-After"),
} as const;

/** The responses of an address, for its description: the answer, and what may go wrong. */
export function responses<Answer extends z.ZodType, Status extends keyof typeof problems>(
  answer: Answer,
  ...failures: readonly Status[]
) {
  return {
    200: answer,
    ...(Object.fromEntries(failures.map((status) => [status, problems[status]])) as Pick<
      typeof problems,
      Status
    >),
  };
}
