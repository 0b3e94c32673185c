import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage } from "#model/languages.ts";
import { type Page, stateElementId } from "#model/page.ts";
import { App } from "./App.tsx";
import { registerWorker } from "./offline/register-worker.ts";
import { PageRouter } from "./page/PageRouter.tsx";
import { seedQueries } from "./page/seed-queries.ts";
import { deliverWaiting } from "./vote/deliver-waiting.ts";
import { speak } from "./words/LanguageProvider.tsx";
import { localeIn } from "./words/locales.ts";

/** Makes the page that the server drew a living one, in parts, from the state that came with it. */
export async function takeOver(): Promise<void> {
  const root = document.getElementById("root");
  const state = document.getElementById(stateElementId)?.textContent;
  if (root === null || !state) return;
  const page = JSON.parse(state) as Page;
  const client = seedQueries(page);
  const met = page.view === "problem" ? { path: location.pathname, problem: page.problem } : null;
  const { lang, dataset } = document.documentElement;
  const locale = await localeIn(isLanguage(lang) ? lang : "en");
  startTransition(() => {
    hydrateRoot(
      root,
      <PageRouter>
        <App client={client} locale={locale} met={met} />
      </PageRouter>,
    );
  });
  // A page kept for reading offline is in the language that it was read in.
  if (isLanguage(dataset.language) && dataset.language !== lang) void speak(dataset.language);
  registerWorker();
  deliverWaiting(client);
}
