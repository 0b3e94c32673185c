import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./settings/settings.css";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { isLanguage } from "#model/languages.ts";
import { type PageState, stateElementId } from "#model/page.ts";
import { App } from "./App.tsx";
import { registerWorker } from "./offline/register-worker.ts";
import { preloadRoute } from "./routes.tsx";
import { pageOf, seedQueries } from "./seed-queries.ts";
import { deliverWaiting } from "./vote/use-vote.ts";
import { speak } from "./words/LanguageProvider.tsx";

/**
 * Hydrates the page that the server drew, from the state that came with it.
 *
 * Somebody may have been at its words before: a translator, or a reader's
 * highlighter. React would draw over what they did wherever it does not find
 * the text that it expects, so it is told not to look: long texts are
 * ServerDrawn, and a short one stands alone in an element with
 * `suppressHydrationWarning`. A test wraps every text of every page.
 */
async function hydrate(): Promise<void> {
  const root = document.getElementById("root");
  const state = document.getElementById(stateElementId)?.textContent;
  if (root === null || !state) return;
  const page = await pageOf(JSON.parse(state) as PageState).catch(() => null);
  // The page of a vote whose story did not come: its forms work as they are.
  if (page === null) return;
  const client = seedQueries(page);
  registerWorker();
  deliverWaiting(client);
  const { pathname } = location;
  try {
    await preloadRoute(pathname);
  } catch {
    // The page's own code did not come: the server's words and forms stand as they are.
    return;
  }
  // From here on the router draws what a reader goes back to (before-paint/head.ts).
  window.onpopstate = null;
  const { lang, dataset } = document.documentElement;
  const app = (
    <BrowserRouter>
      <App client={client} language={isLanguage(lang) ? lang : "en"} page={page} pathname={pathname} />
    </BrowserRouter>
  );
  // As a transition: a touch need not wait until all is done.
  startTransition(() => void hydrateRoot(root, app));
  // A page kept for reading offline is in the language that it was read in.
  if (isLanguage(dataset.language) && dataset.language !== lang) speak(dataset.language);
}

// The script is `async`, so that no first paint waits for it: it may run before the document's end has arrived.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void hydrate());
else void hydrate();
