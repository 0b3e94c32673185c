import type { FastifyReply, FastifyRequest } from "fastify";
import type { AnswerCache, Recipe } from "./answer-cache.ts";
import { compress, encodingFor } from "./representation.ts";

/** Sends an answer from the cache, or 304 to those who have it already (RFC 9110, section 13.1.2). */
export async function sendAnswer<State>(
  cache: AnswerCache,
  recipe: Recipe<State>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { headers } = request;
  const answer = await cache.answer(recipe, encodingFor(headers["accept-encoding"]));
  if (answer.status === 200 && isKnown(answer.etag, headers["if-none-match"])) {
    return reply.code(304).headers(answer.unchanged).send();
  }
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

/** Whether an `If-None-Match` names this entity tag; compared weakly, as it asks. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}

/** Sends a page that no cache keeps, compressed as well as a moment allows. */
export async function sendPage(
  html: string,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const encoding = encodingFor(headers["accept-encoding"]);
  const vary = reply.getHeader("vary");
  reply
    .type("text/html; charset=utf-8")
    .header("vary", vary === undefined ? "Accept-Encoding" : `Accept-Encoding, ${vary}`);
  if (encoding !== "identity") reply.header("content-encoding", encoding);
  return reply.send(await compress(html, encoding, "quick"));
}
