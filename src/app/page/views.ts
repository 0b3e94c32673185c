import type { QueryClient } from "@tanstack/react-query";
import { lazy } from "react";
import { matchPath } from "react-router";
import { articleQuery } from "#app/article/article-query.ts";
import { changesQuery } from "#app/article/changes-query.ts";
import { frontQuery } from "#app/front/front-query.ts";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";

const loadStory = () => import("#app/article/StoryPage.tsx");
const loadFront = () => import("#app/front/FrontPage.tsx");
const loadVote = () => import("#app/vote/VotePage.tsx");

const StoryPage = lazy(() => loadStory().then((module) => ({ default: module.StoryPage })));
const FrontPage = lazy(() => loadFront().then((module) => ({ default: module.FrontPage })));
const VotePage = lazy(() => loadVote().then((module) => ({ default: module.VotePage })));

type Params = Readonly<Record<string, string | undefined>>;

interface View {
  readonly pattern: string;
  readonly Page: typeof StoryPage;
  /** The file that holds the view, as the build's manifest names it. */
  readonly source: string;
  readonly load: () => Promise<unknown>;
  /** Fetches what the view shows, unless it is there already. */
  readonly fetch: (client: QueryClient, params: Params) => void;
}

const fetchStory = (client: QueryClient, { slug = "" }: Params): void => {
  void client.prefetchQuery(articleQuery(slug));
  void client.prefetchQuery(changesQuery(slug));
};

/** Every view of the site with its address: one list for drawing, prefetching and preloading. */
export const views: readonly View[] = [
  {
    pattern: "/",
    Page: FrontPage,
    source: "src/app/front/FrontPage.tsx",
    load: loadFront,
    fetch: (client) => void client.prefetchInfiniteQuery(frontQuery()),
  },
  {
    pattern: "/articles/:slug",
    Page: StoryPage,
    source: "src/app/article/StoryPage.tsx",
    load: loadStory,
    fetch: fetchStory,
  },
  {
    pattern: "/articles/:slug/quotes/:id",
    Page: StoryPage,
    source: "src/app/article/StoryPage.tsx",
    load: loadStory,
    fetch: (client, params) => {
      fetchStory(client, params);
      void client.prefetchQuery(permalinkQuery(params.slug ?? "", params.id ?? ""));
    },
  },
  {
    pattern: "/articles/:slug/vote",
    Page: VotePage,
    source: "src/app/vote/VotePage.tsx",
    load: loadVote,
    fetch: fetchStory,
  },
];

/** The view at an address; null where there is none. */
export const viewAt = (path: string): View | null =>
  views.find(({ pattern }) => matchPath(pattern, path) !== null) ?? null;

/** Fetches the code and the data of the view at an address, for a reader who seems about to go there. */
export function prefetch(client: QueryClient, address: string): void {
  const path = address.replace(/[?#].*$/, "");
  const view = viewAt(path);
  void view?.load();
  view?.fetch(client, matchPath(view.pattern, path)?.params ?? {});
}
