import type { FastifyReply, FastifyRequest } from "fastify";
import { languageOf } from "#server/pages/language.ts";
import type { RenderHtml } from "#server/pages/render-html.ts";
import { problemOf } from "./problem-of.ts";

/** Answers a failure as a page to browsers and as `application/problem+json` (RFC 9457) to programs. */
export async function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  renderHtml: RenderHtml,
): Promise<FastifyReply> {
  const { problem, retryAfter } = problemOf(error);
  if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: error }, "request failed");
  if (retryAfter !== null) reply.header("retry-after", String(Math.max(1, Math.ceil(retryAfter))));
  reply.code(problem.status).header("cache-control", "no-store");
  if (!wantsPage(request)) {
    // As bytes: to a string Fastify would add a charset, which this type does not have.
    return reply.type("application/problem+json").send(Buffer.from(JSON.stringify(problem)));
  }
  reply.header("vary", "Accept, Accept-Language").type("text/html; charset=utf-8");
  try {
    return reply.send(
      await renderHtml({ view: "problem", problem }, pathOf(request.url), languageOf(request.raw)),
    );
  } catch (failure) {
    request.log.error({ err: failure }, "the problem page failed");
    return reply.send(`<!doctype html><title>${problem.title}</title><h1>${problem.title}</h1>`);
  }
}

/** Programs talk to these; nobody reads a page there. */
const programs = /^\/(api|assets|images|oembed|healthz|readyz)(\/|\?|$)|\.png$/;

function wantsPage(request: FastifyRequest): boolean {
  if (programs.test(request.url)) return false;
  const accept = request.headers.accept ?? "*/*";
  return accept.includes("text/html") || !/\bapplication\/(problem\+)?json\b/.test(accept);
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "/";
}
