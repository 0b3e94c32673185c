import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, articlePath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";

/** A story by its slug. Stories change rarely: what was read a minute ago is still the story. */
export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: ["article", slug],
    queryFn: ({ signal }) => fetchJson<Article>(apiPath(articlePath(slug)), { signal }),
    staleTime: 60_000,
  });
