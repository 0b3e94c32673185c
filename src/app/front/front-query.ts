import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/page/fetch-json.ts";
import { apiPath } from "#model/addresses.ts";
import type { ArticlePage } from "#model/article.ts";

/** The front page's stories, newest first, a page at a time. */
export const frontQuery = () =>
  infiniteQueryOptions({
    queryKey: ["front"],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ArticlePage>(
        apiPath(`/articles${pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`}`),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  });
