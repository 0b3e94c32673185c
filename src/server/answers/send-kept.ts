import type { FastifyReply, FastifyRequest } from "fastify";
import { encodingFor } from "./encoding.ts";
import type { KeptAnswers, Recipe } from "./kept-answers.ts";

/** Sends a kept answer, or 304 to those who have it already (RFC 9110, section 13.1.2). */
export async function sendKept<State>(
  kept: KeptAnswers,
  recipe: Recipe<State>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { headers } = request;
  const answer = await kept.answer(recipe, encodingFor(headers["accept-encoding"]));
  const known = headers["if-none-match"];
  if (known !== undefined && answer.status === 200 && names(known, answer.etag)) {
    return reply.code(304).headers(answer.unchanged).send();
  }
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

/** Whether a list of entity tags holds this one; compared weakly, as If-None-Match asks. */
function names(list: string, etag: string): boolean {
  if (list.trim() === "*") return true;
  return list.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
