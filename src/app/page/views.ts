import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { matchPath } from "react-router";
import { articleQuery } from "#app/article/article-query.ts";
import { changesQuery } from "#app/article/changes-query.ts";
import { StoryPage } from "#app/article/StoryPage.tsx";
import { frontQuery } from "#app/front/front-query.ts";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { late } from "#app/ui/late.ts";
import type { Params } from "./params.ts";

const loadFront = () => import("#app/front/FrontPage.tsx").then((module) => module.FrontPage);
const loadVote = () => import("#app/vote/VotePage.tsx").then((module) => module.VotePage);

const FrontPage = late(() => loadFront().catch(goByItself));
const VotePage = late(() => loadVote().catch(goByItself));

/** The page that is open from the start, which is drawn already. */
const first = typeof location === "undefined" ? "" : location.pathname;

/** Where the code of the next view does not come, the browser goes there as to any other page. */
function goByItself(error: unknown): never {
  if (location.pathname !== first) location.reload();
  throw error;
}

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
  found?.view.load?.().catch(() => undefined);
  found?.view.fetch(client, found.params);
}
