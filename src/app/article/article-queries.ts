import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, articlePath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { RevisionChange } from "#model/revision.ts";

/** A story by its slug. Stories change rarely: what was read a minute ago is still the story. */
export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: ["article", slug],
    queryFn: ({ signal }) => fetchJson<Article>(apiPath(articlePath(slug)), { signal }),
    staleTime: 60_000,
  });

/** What later revisions did to a story's quotations, newest first. */
export const changesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["changes", slug],
    queryFn: ({ signal }) =>
      fetchJson<readonly RevisionChange[]>(`${apiPath(articlePath(slug))}/changes`, { signal }),
    staleTime: 60_000,
    retry: false,
  });
