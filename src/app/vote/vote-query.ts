import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, votePath } from "#model/addresses.ts";
import type { VoteState } from "#model/vote.ts";

/** A story's tally and this reader's own answer: never cached by anybody but this page. */
export const voteQuery = (slug: string) =>
  queryOptions({
    queryKey: ["vote", slug],
    queryFn: ({ signal }) => fetchJson<VoteState>(apiPath(votePath(slug)), { signal, cache: "no-store" }),
  });
