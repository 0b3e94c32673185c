import type { FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import type { Problem } from "#model/problem.ts";
import { sendPage } from "#server/cache/send-answer.ts";
import { problemOf } from "./problem-of.ts";

/** Draws a problem as a document of its own. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string | Promise<string>;

/**
 * Answers a failure, wherever it happened: as a page to browsers, as
 * `application/problem+json` (RFC 9457) to programs, kept by no cache.
 */
export async function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  page: ProblemPage,
): Promise<FastifyReply> {
  const { problem, retryAfter } = problemOf(error);
  if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: error }, "request failed");
  if (retryAfter !== null) reply.header("retry-after", String(Math.max(1, Math.ceil(retryAfter))));
  reply.code(problem.status).header("cache-control", "no-store");
  if (!wantsPage(request)) {
    // As bytes: to a string Fastify would add a charset, which this type does not have.
    return reply.type("application/problem+json").send(Buffer.from(JSON.stringify(problem)));
  }
  reply.header("vary", "Accept, Accept-Language");
  try {
    return await sendPage(await page(problem, request), request, reply);
  } catch (failure) {
    request.log.error({ err: failure }, "the problem page failed");
    return sendPage(
      `<!doctype html><title>${problem.title}</title><h1>${problem.title}</h1>`,
      request,
      reply,
    );
  }
}

/** Programs talk to these; nobody reads a page there. */
const programs = /^\/(api|assets|images|oembed|healthz|readyz)(\/|$)/;
/** Mostly drawn within a page, and then nobody reads one there; but its address may be opened by itself. */
const pictures = /\.png$/;

function wantsPage(request: FastifyRequest): boolean {
  const path = pathOf(request.url);
  if (programs.test(path)) return false;
  const { accept } = request.headers;
  if (pictures.test(path)) return request.method === "GET" && accept?.includes("text/html") === true;
  const accepted = new Negotiator({ headers: request.headers }).mediaType(mediaTypes);
  return accepted === undefined || accepted === "text/html";
}

/** What a problem can be told as; the first where a request likes all as much. */
const mediaTypes = ["text/html", "application/problem+json", "application/json"];

/** An address without its query. */
export function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "/";
}
