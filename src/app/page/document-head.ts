import { manifest } from "virtual:client-manifest";
import { quotationElementId } from "#model/addresses.ts";
import type { Language } from "#model/languages.ts";
import type { Page, Site } from "#model/page.ts";
import { escapeHtml } from "./escape-html.ts";
import { metadataOf } from "./metadata.ts";
import { viewAt } from "./views.ts";

/**
 * What only the first answer needs in its head, and so never reaches the
 * browser's bundle: metadata for those who unfurl the page, the view's code
 * announced early, and the way to a linked quotation without JavaScript.
 */
export function documentHead(page: Page, path: string, site: Site, language: Language): string {
  return [...metadataOf(page, site), ...preloads(path, language), ...arrival(page)].join("");
}

/** The words and the view's own file, where it has one. The template names those that every page needs. */
function preloads(path: string, language: Language): readonly string[] {
  const view = viewAt(path.replace(/[?#].*$/, ""))?.view.source ?? "";
  return [`src/app/words/${language}.ts`, view].flatMap((source) => {
    const file = manifest[source]?.file;
    return file === undefined ? [] : [`<link rel="modulepreload" href="/${file}" fetchpriority="low">`];
  });
}

/** Without JavaScript the browser itself goes to the fragment, which no server ever sees. */
function arrival(page: Page): readonly string[] {
  if (page.view !== "article" || page.permalink === null) return [];
  const { state, successor, quotation } = page.permalink;
  if (state === "removed") return [];
  const fragment = encodeURIComponent(quotationElementId(successor ?? quotation.id));
  return [`<noscript><meta http-equiv="refresh" content="0; url=#${escapeHtml(fragment)}"></noscript>`];
}
