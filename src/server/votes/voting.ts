import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer, VoteState } from "#model/vote.ts";
import type { AdmitReader } from "#server/readers/new-reader-limit.ts";
import { newReader } from "#server/readers/reader-token.ts";
import type { Readers } from "#server/readers/recognize-reader.ts";
import type { VoteStore } from "#store/store.ts";

/** Voting as a request does it, by JSON and by form alike. */
export interface Voting {
  state(request: FastifyRequest, slug: string): Promise<VoteState>;
  /** Answers once the vote is durable; a new reader's cookie is then on the reply. */
  cast(request: FastifyRequest, reply: FastifyReply, slug: string, answer: Answer): Promise<VoteState>;
  withdraw(request: FastifyRequest, slug: string): Promise<VoteState>;
  /** Deletes all votes of the reader, and their cookie. ProblemError 429 as for a first vote, where only a key names them. */
  forget(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export function createVoting(votes: VoteStore, readers: Readers, admit: AdmitReader | null): Voting {
  /** A key that has voted here is a first vote sent again, not one more reader. */
  async function admitted(request: FastifyRequest, slug: string, reader: string | null): Promise<boolean> {
    if (admit === null) return false;
    if (reader !== null && (await votes.state(slug, reader)).mine !== null) return false;
    return (await admit(request)).suspicious;
  }

  return {
    async state(request, slug) {
      return votes.state(slug, readers.recognize(request)?.reader ?? null);
    },
    async cast(request, reply, slug, answer) {
      const known = readers.recognize(request);
      const token = known?.token ?? null;
      const suspicious = token === null && (await admitted(request, slug, known?.reader ?? null));
      const reader = known?.reader ?? newReader();
      const byKey = known !== null && token === null;
      const state = await votes.cast({ slug, reader, answer, suspicious, byKey });
      // What was forgotten stays so: nobody becomes that reader by sending an old vote again.
      if (!byKey || state.mine !== null) readers.remember(reply, reader, token);
      return state;
    },
    async withdraw(request, slug) {
      const known = readers.recognize(request);
      if (known === null) return votes.state(slug, null);
      return votes.cast({ slug, reader: known.reader, answer: null, suspicious: false });
    },
    async forget(request, reply) {
      const known = readers.recognize(request);
      // A key that nobody vouches for is a new reader's, and a note is kept of it.
      if (known?.token === null) await admit?.(request);
      if (known !== null) await votes.forget(known.reader);
      readers.forget(reply);
    },
  };
}
