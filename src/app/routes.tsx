import type { QueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { matchRoutes, type Params, type RouteObject, useParams } from "react-router";
import { frontPath, privacyPath, savedPath } from "#model/addresses.ts";
import { ProblemError } from "#model/problem.ts";
import { articleQuery, changesQuery } from "./article/article-queries.ts";
import { StoryPage } from "./article/StoryPage.tsx";
import { StorySkeleton } from "./article/StorySkeleton.tsx";
import { furtherQuery } from "./ending/further-query.ts";
import { frontQuery } from "./front/front-query.ts";
import { ProblemView } from "./problem/ProblemView.tsx";
import { permalinkQuery } from "./quotation/permalink-query.ts";
import { lazyWithPreload } from "./ui/lazy.ts";

/** A route with what it takes to show it without waiting. */
type SiteRoute = RouteObject & {
  readonly handle?: {
    /** The page's own code, where it comes apart from the entry: its file, as the build's manifest names it, and how to fetch it. */
    readonly code?: { readonly module: string; readonly preload: () => Promise<unknown> };
    /** Fetches the data that it takes to draw the page, unless it is here already. */
    readonly prefetch?: (client: QueryClient, params: Params) => void;
  };
};

/** The document that was opened, which the server drew. */
const opened = typeof location === "undefined" ? "" : location.pathname;

/** Where the code of a page does not come, a new build or no line being the cause, the browser goes there by itself. */
function loadDocument(error: unknown): never {
  if (location.pathname !== opened) location.reload();
  throw error;
}

const FrontPage = lazyWithPreload(() =>
  import("./front/FrontPage.tsx").then(({ FrontPage }) => FrontPage, loadDocument),
);
const SavedPage = lazyWithPreload(() =>
  import("./saved/SavedPage.tsx").then(({ SavedPage }) => SavedPage, loadDocument),
);
const VotePage = lazyWithPreload(() =>
  import("./vote/VotePage.tsx").then(({ VotePage }) => VotePage, loadDocument),
);
const PrivacyPage = lazyWithPreload(() =>
  import("./privacy/PrivacyPage.tsx").then(({ PrivacyPage }) => PrivacyPage, loadDocument),
);

function prefetchStory(client: QueryClient, { slug = "" }: Params): void {
  void client.prefetchQuery(articleQuery(slug));
  void client.prefetchQuery(changesQuery(slug));
  void client.prefetchQuery(furtherQuery(slug));
}

/** Every page of the site by its address. */
export const routes: readonly SiteRoute[] = [
  {
    path: frontPath,
    element: (
      <Suspense fallback={<StorySkeleton />}>
        <FrontPage />
      </Suspense>
    ),
    handle: {
      code: { module: "src/app/front/FrontPage.tsx", preload: FrontPage.preload },
      prefetch: (client) => void client.prefetchQuery(frontQuery()),
    },
  },
  { path: "/articles/:slug", element: <StoryRoute />, handle: { prefetch: prefetchStory } },
  {
    path: "/articles/:slug/quotes/:id",
    element: <StoryRoute />,
    handle: {
      prefetch: (client, params) => {
        prefetchStory(client, params);
        void client.prefetchQuery(permalinkQuery(params.slug ?? "", params.id ?? ""));
      },
    },
  },
  {
    path: "/articles/:slug/vote",
    element: <VoteRoute />,
    handle: {
      code: { module: "src/app/vote/VotePage.tsx", preload: VotePage.preload },
      prefetch: (client, { slug = "" }) => void client.prefetchQuery(articleQuery(slug)),
    },
  },
  {
    path: privacyPath,
    element: (
      <Suspense fallback={<StorySkeleton />}>
        <PrivacyPage />
      </Suspense>
    ),
    handle: { code: { module: "src/app/privacy/PrivacyPage.tsx", preload: PrivacyPage.preload } },
  },
  {
    path: savedPath,
    element: (
      <Suspense fallback={<StorySkeleton />}>
        <SavedPage />
      </Suspense>
    ),
    handle: {
      code: { module: "src/app/saved/SavedPage.tsx", preload: SavedPage.preload },
      prefetch: () => undefined,
    },
  },
  { path: "*", element: <ProblemView error={new ProblemError(404, "Not Found", "")} /> },
];

/** A story's quotations are addresses of the same page: what is open there stays open. */
function StoryRoute() {
  const { slug = "", id = null } = useParams();
  return <StoryPage key={slug} slug={slug} id={id} />;
}

function VoteRoute() {
  const { slug = "" } = useParams();
  return (
    <Suspense fallback={<StorySkeleton />}>
      <VotePage key={slug} slug={slug} />
    </Suspense>
  );
}

const matchesOf = (address: string) =>
  matchRoutes([...routes], new URL(address, "https://site.invalid").pathname) ?? [];

/** The files of an address' page that come apart from the entry, as the build's manifest names them. */
export const modulesOf = (address: string): readonly string[] =>
  matchesOf(address).flatMap(({ route }) => route.handle?.code?.module ?? []);

/** Fetches the code of the page at an address; at once where it is here. */
export async function preloadRoute(address: string): Promise<void> {
  await Promise.all(matchesOf(address).map(({ route }) => route.handle?.code?.preload()));
}

/** Fetches the code and the data of the page at an address, for a reader who seems about to go there. */
export function prefetchRoute(client: QueryClient, address: string): void {
  for (const { route, params } of matchesOf(address)) {
    route.handle?.code?.preload().catch(() => undefined);
    route.handle?.prefetch?.(client, params);
  }
}
