import { STATUS_CODES } from "node:http";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type Problem, ProblemError } from "#model/problem.ts";

/** A failure as it is told to the outside. */
export interface Failure {
  readonly problem: Problem;
  /** Seconds for `Retry-After`. */
  readonly retryAfter: number | null;
}

/** Fastify's own refusals, in words that help. */
const details: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "The request's body is larger than this address accepts.",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "This address does not take that content type.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "The body is empty; a JSON object was expected.",
  FST_ERR_CTP_INVALID_JSON_BODY: "The body is not JSON.",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "The body is not as long as its Content-Length says.",
  FST_ERR_BAD_URL: "The address is not a well-formed one.",
  FST_ERR_HANDLER_TIMEOUT: "The answer took too long. Try again in a moment.",
};

/** What to tell of anything thrown. A bug is a 500 that says nothing of its inside. */
export function problemOf(error: unknown): Failure {
  if (error instanceof ProblemError) return { problem: error.problem, retryAfter: error.retryAfter };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const wrong = error.validation.map(({ instancePath, message }) =>
      [instancePath.slice(1).replaceAll("/", "."), message].filter(Boolean).join(": "),
    );
    return { problem: problem(400, `${wrong.join("; ")}.`), retryAfter: null };
  }
  if (error instanceof Error && "statusCode" in error && typeof error.statusCode === "number") {
    const code = "code" in error ? String(error.code) : "";
    if (code === "FST_ERR_HANDLER_TIMEOUT")
      return { problem: problem(503, details[code] ?? ""), retryAfter: 2 };
    if (error.statusCode >= 400 && error.statusCode < 500) {
      return { problem: problem(error.statusCode, details[code] ?? error.message), retryAfter: null };
    }
  }
  return { problem: problem(500, "Something broke on our side. It has been noted."), retryAfter: null };
}

function problem(status: number, detail: string): Problem {
  return { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail };
}
