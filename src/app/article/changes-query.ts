import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, articlePath } from "#model/addresses.ts";
import type { RevisionChange } from "#model/revision.ts";

/** What later revisions did to a story's quotations, newest first. */
export const changesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["changes", slug],
    queryFn: ({ signal }) =>
      fetchJson<readonly RevisionChange[]>(`${apiPath(articlePath(slug))}/changes`, { signal }),
    staleTime: 60_000,
    retry: false,
  });
