import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { useLocation, useRoutes } from "react-router";
import type { Language } from "#model/languages.ts";
import type { Page } from "#model/page.ts";
import { ProblemError } from "#model/problem.ts";
import { ProblemView } from "./problem/ProblemView.tsx";
import { prefetchRoute, routes } from "./routes.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { Shell } from "./ui/Shell.tsx";
import { PrefetchContext } from "./ui/SiteLink.tsx";
import { LanguageProvider } from "./words/LanguageProvider.tsx";

/**
 * The whole reader, inside whichever router its runtime brings.
 *
 * @param page what the server drew, at `pathname`
 */
export function App({
  client,
  language,
  page,
  pathname,
}: {
  readonly client: QueryClient;
  readonly language: Language;
  readonly page: Page;
  readonly pathname: string;
}) {
  const refused = page.view === "problem" ? { pathname, error: ProblemError.from(page.problem) } : null;
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider initial={language}>
          <PrefetchContext value={prefetchRoute}>
            <ErrorBoundary fallback={showProblem}>
              <Shell>
                <Pages refused={refused} />
              </Shell>
            </ErrorBoundary>
          </PrefetchContext>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

/** The page at the address; where the server refused to draw one, why. */
function Pages({
  refused,
}: {
  readonly refused: { readonly pathname: string; readonly error: Error } | null;
}) {
  const { pathname } = useLocation();
  const page = useRoutes([...routes]);
  if (refused?.pathname === pathname)
    return <ProblemView error={refused.error} retry={() => location.reload()} />;
  return (
    <ErrorBoundary resetKey={pathname} fallback={showProblem}>
      {page}
    </ErrorBoundary>
  );
}

const showProblem = (error: unknown, retry: () => void) => <ProblemView error={error} retry={retry} />;
