import { QueryClient } from "@tanstack/react-query";
import { articleQuery, changesQuery } from "#app/article/article-queries.ts";
import { furtherQuery } from "#app/ending/further-query.ts";
import { fetchJson } from "#app/fetch-json.ts";
import { frontQuery } from "#app/front/front-query.ts";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { voteQuery } from "#app/vote/vote-query.ts";
import { apiPath, articlePath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Page, PageState } from "#model/page.ts";
import { ProblemError } from "#model/problem.ts";

const isFinal = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;

/** The page that a state tells of; where it leaves the story out, the story as the API has it. */
export async function pageOf(state: PageState): Promise<Page> {
  if (state.view !== "vote") return state;
  const article = await fetchJson<Article>(apiPath(articlePath(state.slug)));
  return { view: "vote", article, further: null, vote: state.vote };
}

/** A query cache that holds what the server drew the page from. */
export function seedQueries(page: Page): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => count < 2 && !isFinal(error), refetchOnWindowFocus: false },
    },
  });
  switch (page.view) {
    case "front":
      client.setQueryData(frontQuery().queryKey, page.articles);
      break;
    case "article": {
      const { slug } = page.article;
      client.setQueryData(articleQuery(slug).queryKey, page.article);
      client.setQueryData(changesQuery(slug).queryKey, page.changes);
      if (page.further !== null) client.setQueryData(furtherQuery(slug).queryKey, page.further);
      if (page.permalink !== null)
        client.setQueryData(permalinkQuery(slug, page.permalink.quotation.id).queryKey, page.permalink);
      break;
    }
    case "vote":
      client.setQueryData(articleQuery(page.article.slug).queryKey, page.article);
      client.setQueryData(voteQuery(page.article.slug).queryKey, page.vote);
      if (page.further !== null) client.setQueryData(furtherQuery(page.article.slug).queryKey, page.further);
      break;
    case "privacy":
    case "saved":
    case "problem":
      break;
  }
  return client;
}
