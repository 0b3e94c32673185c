import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./settings/settings.css";
import "./progress/progress.css";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import type { Page } from "#model/page.ts";
import { App } from "./App.tsx";
import { registerWorker } from "./offline/register-worker.ts";
import { seedQueries } from "./page/seed-queries.ts";
import { viewAt } from "./page/views.ts";
import { english } from "./words/words.ts";

void viewAt(location.pathname)?.load();

/** The script may run before the document's end has arrived: it is `async`, so that no first paint waits for it. */
async function whenParsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

await whenParsed();
const root = document.getElementById("root");
const state = document.getElementById("page")?.textContent;
if (root !== null && state) {
  const page = JSON.parse(state) as Page;
  const met = page.view === "problem" ? { path: location.pathname, problem: page.problem } : null;
  startTransition(() => {
    hydrateRoot(
      root,
      <BrowserRouter>
        <App client={seedQueries(page)} locale={english} met={met} />
      </BrowserRouter>,
    );
  });
}
registerWorker();
