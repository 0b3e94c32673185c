import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense, useCallback } from "react";
import { Route, Routes, useLocation } from "react-router";
import { prefetch, views } from "#app/page/views.ts";
import { ProblemView } from "#app/problem/ProblemView.tsx";
import { PrefetchContext } from "#app/ui/prefetch-context.ts";
import { Shell } from "#app/ui/Shell.tsx";
import { type Locale, LocaleContext } from "#app/words/words.ts";
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
        <LocaleContext value={locale}>
          <PrefetchContext value={fetchAhead}>
            <Shell>
              <Views met={met} />
            </Shell>
          </PrefetchContext>
        </LocaleContext>
      </QueryClientProvider>
    </StrictMode>
  );
}

function Views({ met }: { readonly met: MetProblem | null }) {
  const { pathname } = useLocation();
  if (met !== null && met.path === pathname) return <ProblemView error={met.problem} />;
  return (
    <Suspense fallback={<StorySkeleton />}>
      <Routes>
        {views.map(({ pattern, Page }) => (
          <Route key={pattern} path={pattern} element={<Page />} />
        ))}
        <Route path="*" element={<ProblemView error={nothingHere} />} />
      </Routes>
    </Suspense>
  );
}
