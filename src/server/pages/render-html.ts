import type { Page, Site } from "#model/page.ts";
import type { SiteBundle } from "#server/site-bundle.ts";

/** Draws a page as a whole document. */
export type RenderHtml = (page: Page, path: string) => Promise<string>;

/** The interface's language, until readers can choose one. */
const locale = "en";

export function createRenderHtml(bundle: SiteBundle, site: Site): RenderHtml {
  return async (page, path) => {
    const [template, rendered] = await Promise.all([
      bundle.template(path),
      bundle.render(page, { path, site, locale }),
    ]);
    return template(page, rendered);
  };
}
