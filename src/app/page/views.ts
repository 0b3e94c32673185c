import type { QueryClient } from "@tanstack/react-query";
import { type ComponentType, lazy } from "react";
import { matchPath } from "react-router";
import { articleQuery } from "#app/article/article-query.ts";
import { changesQuery } from "#app/article/changes-query.ts";
import { StoryPage } from "#app/article/StoryPage.tsx";
import { frontQuery } from "#app/front/front-query.ts";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import type { Params } from "./params.ts";

const loadFront = () => import("#app/front/FrontPage.tsx");
const loadVote = () => import("#app/vote/VotePage.tsx");

const FrontPage = lazy(() => loadFront().then((module) => ({ default: module.FrontPage })));
const VotePage = lazy(() => loadVote().then((module) => ({ default: module.VotePage })));

interface View {
  readonly pattern: string;
  readonly Page: ComponentType<Params>;
  /** The file that holds the view, as the build's manifest names it. */
  readonly source: string;
  readonly load: (() => Promise<unknown>) | null;
  /** Fetches what the view shows, unless it is there already. */
  readonly fetch: (client: QueryClient, params: Params) => void;
}

const fetchStory = (client: QueryClient, { slug = "" }: Params): void => {
  void client.prefetchQuery(articleQuery(slug));
  void client.prefetchQuery(changesQuery(slug));
};

/** Every view of the site with its address: one list for drawing, prefetching and preloading. */
const views: readonly View[] = [
  {
    pattern: "/",
    Page: FrontPage,
    source: "src/app/front/FrontPage.tsx",
    load: loadFront,
    fetch: (client) => void client.prefetchQuery(frontQuery()),
  },
  {
    pattern: "/articles/:slug",
    Page: StoryPage,
    source: "src/app/article/StoryPage.tsx",
    load: null,
    fetch: fetchStory,
  },
  {
    pattern: "/articles/:slug/quotes/:id",
    Page: StoryPage,
    source: "src/app/article/StoryPage.tsx",
    load: null,
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

/** The view at an address with what it finds there; null where there is none. */
export function viewAt(path: string): { readonly view: View; readonly params: Params } | null {
  for (const view of views) {
    const match = matchPath(view.pattern, path);
    if (match !== null) return { view, params: match.params as Params };
  }
  return null;
}

/** Fetches the code and the data of the view at an address, for a reader who seems about to go there. */
export function prefetch(client: QueryClient, address: string): void {
  const found = viewAt(address.replace(/[?#].*$/, ""));
  void found?.view.load?.();
  found?.view.fetch(client, found.params);
}
