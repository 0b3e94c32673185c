import type { Language } from "#model/languages.ts";
import type { Page, Site } from "#model/page.ts";
import type { SiteBundle } from "#server/site-bundle.ts";

/** Draws a page as a whole document. */
export type RenderHtml = (page: Page, path: string, language: Language) => Promise<string>;

export function createRenderHtml(bundle: SiteBundle, site: Site): RenderHtml {
  return async (page, path, language) => {
    const [template, rendered] = await Promise.all([
      bundle.template(path),
      bundle.render(page, { path, site, language }),
    ]);
    return template(page, rendered);
  };
}
