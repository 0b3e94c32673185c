import { manifest } from "virtual:client-manifest";
import type { Language } from "#model/languages.ts";
import type { Page, Site } from "#model/page.ts";
import { structuredData } from "./structured-data.ts";
import { viewAt } from "./views.ts";

/**
 * What only the first answer needs and no reader waits for, and so stands
 * after the story: the view's code announced early, and the story as search
 * engines read it.
 */
export function documentTail(page: Page, path: string, site: Site, language: Language): string {
  return [...preloads(path, language), structuredData(page, site)].join("");
}

/** The words and the view's own file, where it has one. The template names those that every page needs. */
function preloads(path: string, language: Language): readonly string[] {
  const view = viewAt(path.replace(/[?#].*$/, ""))?.view.source ?? "";
  return [`src/app/words/${language}.ts`, view].flatMap((source) => {
    const file = manifest[source]?.file;
    return file === undefined ? [] : [`<link rel="modulepreload" href="/${file}" fetchpriority="low">`];
  });
}
