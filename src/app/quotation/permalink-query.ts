import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, quotationPath } from "#model/addresses.ts";
import type { Permalink } from "#model/permalink.ts";
import { type Problem, ProblemError } from "#model/problem.ts";

/** What became of a published wording. Words that were taken out are told of with a 410, and so is a story; the latter is a problem. */
export const permalinkQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ["permalink", slug, id],
    queryFn: async ({ signal }) => {
      const answer = await fetchJson<Permalink | Problem>(apiPath(quotationPath(slug, id)), { signal });
      if ("state" in answer) return answer;
      throw ProblemError.from(answer);
    },
    staleTime: 60_000,
  });
