import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Page } from "#model/page.ts";
import { App } from "./App.tsx";
import { registerWorker } from "./offline/register-worker.ts";
import { PageRouter } from "./page/PageRouter.tsx";
import { seedQueries } from "./page/seed-queries.ts";
import { english } from "./words/words.ts";

/** Makes the page that the server drew a living one, in parts, from the state that came with it. */
export function takeOver(): void {
  const root = document.getElementById("root");
  const state = document.getElementById("page")?.textContent;
  if (root === null || !state) return;
  const page = JSON.parse(state) as Page;
  const met = page.view === "problem" ? { path: location.pathname, problem: page.problem } : null;
  startTransition(() => {
    hydrateRoot(
      root,
      <PageRouter>
        <App client={seedQueries(page)} locale={english} met={met} />
      </PageRouter>,
    );
  });
  registerWorker();
}
