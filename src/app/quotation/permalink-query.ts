import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, quotationPath } from "#model/addresses.ts";
import type { Permalink } from "#model/permalink.ts";

/** What became of a published wording, though it was taken out; a story that was taken off is a ProblemError 410. */
export const permalinkQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ["permalink", slug, id],
    queryFn: ({ signal }) => fetchJson<Permalink>(apiPath(quotationPath(slug, id)), { signal }),
    staleTime: 60_000,
  });
