import { manifest } from "virtual:client-manifest";
import { quotationElementId } from "#model/addresses.ts";
import type { Page, Site } from "#model/page.ts";
import { escapeHtml } from "./escape-html.ts";
import { metadataOf } from "./metadata.ts";
import { viewAt } from "./views.ts";

/** What the entry imports one after the other, as the build's manifest names it. */
const startingParts = ["node_modules/react-dom/client.js", "src/app/libraries.ts", "src/app/take-over.tsx"];

/**
 * What only the first answer needs in its head, and so never reaches the
 * browser's bundle: metadata for those who unfurl the page, the view's code
 * announced early, and the way to a linked quotation without JavaScript.
 */
export function documentHead(page: Page, path: string, site: Site): string {
  return [...metadataOf(page, site), ...preloads(path), ...arrival(page)].join("");
}

/** Every file that taking the page over will ask for, named at once: none waits for the one before it to be read. */
function preloads(path: string): readonly string[] {
  const view = viewAt(path.replace(/[?#].*$/, ""))?.view;
  const entries = [...startingParts, view?.source ?? ""];
  const files = new Set<string>();
  const add = (source: string): void => {
    const built = manifest[source];
    if (built === undefined || files.has(built.file)) return;
    files.add(built.file);
    built.imports?.forEach(add);
  };
  entries.forEach(add);
  return [...files].map((file) => `<link rel="modulepreload" href="/${file}">`);
}

/** Without JavaScript the browser itself goes to the fragment, which no server ever sees. */
function arrival(page: Page): readonly string[] {
  if (page.view !== "article" || page.permalink === null) return [];
  const { state, successor, quotation } = page.permalink;
  if (state === "removed") return [];
  const fragment = encodeURIComponent(quotationElementId(successor ?? quotation.id));
  return [`<noscript><meta http-equiv="refresh" content="0; url=#${escapeHtml(fragment)}"></noscript>`];
}
