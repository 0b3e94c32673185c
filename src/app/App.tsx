import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense, useCallback } from "react";
import { useLocation } from "react-router";
import { prefetch, viewAt } from "#app/page/views.ts";
import { LateProblem } from "#app/problem/LateProblem.tsx";
import { PrefetchContext } from "#app/ui/prefetch-context.ts";
import { Shell } from "#app/ui/Shell.tsx";
import { LanguageProvider } from "#app/words/LanguageProvider.tsx";
import type { Locale } from "#app/words/locales.ts";
import { type Problem, ProblemError } from "#model/problem.ts";
import { StorySkeleton } from "./article/StorySkeleton.tsx";

/** A problem that the server met at an address, shown there instead of the view. */
export interface MetProblem {
  readonly path: string;
  readonly problem: Problem;
}

const nothingHere = new ProblemError(404, "Not found", "").problem;

/** The whole reader, inside whichever router its runtime brings. */
export function App({
  client,
  locale,
  met,
}: {
  readonly client: QueryClient;
  readonly locale: Locale;
  readonly met: MetProblem | null;
}) {
  const fetchAhead = useCallback((address: string) => prefetch(client, address), [client]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider drawn={locale}>
          <PrefetchContext value={fetchAhead}>
            <Shell>
              <Views met={met} />
            </Shell>
          </PrefetchContext>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

function Views({ met }: { readonly met: MetProblem | null }) {
  const { pathname } = useLocation();
  if (met !== null && met.path === pathname) return <LateProblem error={met.problem} />;
  const found = viewAt(pathname);
  if (found === null) return <LateProblem error={nothingHere} />;
  const { view, params } = found;
  return (
    <Suspense fallback={<StorySkeleton />}>
      <view.Page key={pathname.startsWith("/articles/") ? params.slug : pathname} {...params} />
    </Suspense>
  );
}
