import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath } from "#model/addresses.ts";
import type { ArticlePage } from "#model/article.ts";

/** A page of the front's stories, newest first; the first one without a cursor. */
export const frontQuery = (cursor: string | null = null) =>
  queryOptions({
    queryKey: ["front", cursor],
    queryFn: ({ signal }) =>
      fetchJson<ArticlePage>(
        apiPath(`/articles${cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`}`),
        { signal },
      ),
    staleTime: 60_000,
  });
