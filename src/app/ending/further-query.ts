import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, articlePath } from "#model/addresses.ts";
import type { FurtherReading } from "#model/further-reading.ts";

/** Where a reader may go on to from a story; the page does without it where it does not come. */
export const furtherQuery = (slug: string) =>
  queryOptions({
    queryKey: ["further", slug],
    queryFn: ({ signal }) => fetchJson<FurtherReading>(`${apiPath(articlePath(slug))}/further`, { signal }),
    staleTime: 60_000,
    retry: false,
  });
