import { manifest } from "virtual:client-manifest";
import type { Language } from "#model/languages.ts";
import { viewAt } from "./views.ts";

/** The words and the view's own file, where it has one. The template names the files that every page needs. */
export function documentParts(path: string, language: Language): string {
  const view = viewAt(path.replace(/[?#].*$/, ""))?.view.source ?? "";
  return [`src/app/words/${language}.ts`, view]
    .map((source) => manifest[source]?.file)
    .filter((file) => file !== undefined)
    .map((file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}">`)
    .join("");
}
