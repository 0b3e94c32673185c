import type { Language } from "#model/languages.ts";
import { type Page, type PageState, type Site, stateElementId } from "#model/page.ts";
import type { SiteBundle } from "#server/site-bundle.ts";
import { documentHead } from "./document-head.ts";
import { structuredData } from "./structured-data.ts";

/** Draws a page as a whole document. */
export type RenderHtml = (page: Page, path: string, language: Language) => Promise<string>;

export function createRenderHtml(bundle: SiteBundle, site: Site): RenderHtml {
  return async (page, path, language) => {
    const [template, { modules, ...drawn }] = await Promise.all([
      bundle.template(path),
      bundle.render(page, { path, language }),
    ]);
    return template({
      ...drawn,
      head: drawn.head + documentHead(page, site) + bundle.filesOf(modules),
      state: stateScript(page) + structuredData(page, site),
    });
  };
}

function stateOf(page: Page): PageState {
  switch (page.view) {
    case "vote":
      return { view: "vote", slug: page.article.slug, vote: page.vote };
    case "article":
      return { ...page, further: null };
    default:
      return page;
  }
}

/**
 * What the browser hydrates the page from: data, not code, so that the CSP
 * needs no hash for it, and `<` cannot end the element early. What comes after
 * the vote is not hydrated: two more stories' scores would add some 6 kB.
 */
function stateScript(page: Page): string {
  const state = stateOf(page);
  return `<script type="application/json" id="${stateElementId}">${JSON.stringify(state).replaceAll("<", "\\u003c")}</script>`;
}
