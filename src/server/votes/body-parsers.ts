import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "#model/problem.ts";

/** Takes `application/json` in UTF-8 and nothing else; everything else is a 415. */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    // Clients that always name their type send a DELETE with no body and that header.
    if (request.method === "DELETE" && body.length === 0) return done(null, undefined);
    try {
      parse(request, utf8(body), done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** Takes forms as browsers send them without a file, and nothing else. */
export function acceptFormsOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "buffer" },
    async (_request: FastifyRequest, body: Buffer) => Object.fromEntries(new URLSearchParams(utf8(body))),
  );
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** Bytes that are not UTF-8 are refused, not guessed at. */
function utf8(body: string | Buffer): string {
  if (typeof body === "string") return body;
  try {
    return strictUtf8.decode(body);
  } catch {
    throw new ProblemError(400, "Bad Request", "The body is not UTF-8.");
  }
}
