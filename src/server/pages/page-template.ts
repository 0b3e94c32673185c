import { type Page, type RenderedPage, stateElementId } from "#model/page.ts";

/** The document that the build made, cut at its placeholders. */
export type PageTemplate = (page: Page, rendered: RenderedPage) => string;

/** `<html lang="en" dir="ltr">`: the two attributes are the page's own. */
const htmlTag = /<html\b[^>]*>/i;

/** Styles that only one view needs in its first frame, as the build sets them apart. */
const viewStyles = /(<style data-view="[^"]*">[\s\S]*?<\/style>)/;
const viewOf = (part: string): string | null => /^<style data-view="([^"]*)">/.exec(part)?.[1] ?? null;

/**
 * Reads a document with the placeholders `<!--head-->`, `<!--body-->`,
 * `<!--state-->` and `<!--parts-->`, and gives the function that fills them.
 *
 * @throws when the document lacks one of the four
 */
export function readTemplate(html: string): PageTemplate {
  const parts = html
    .replace(htmlTag, "<!--html-->")
    .split(/(<!--(?:html|head|body|state|parts)-->)/)
    .flatMap((part) => part.split(viewStyles))
    .map((part) => ({ part, view: viewOf(part) }));
  for (const name of ["head", "body", "state", "parts"]) {
    if (!parts.some(({ part }) => part === `<!--${name}-->`))
      throw new Error(`the page template has no <!--${name}-->`);
  }
  return (page, rendered) =>
    parts
      .filter(({ view }) => view === null || view === page.view)
      .map(({ part }) => {
        switch (part) {
          case "<!--html-->":
            return `<html lang="${rendered.lang}" dir="${rendered.dir}">`;
          case "<!--head-->":
            return rendered.head;
          case "<!--body-->":
            return rendered.body;
          case "<!--state-->":
            return stateScript(page) + rendered.tail;
          case "<!--parts-->":
            return rendered.parts;
          default:
            return part;
        }
      })
      .join("");
}

/** Data, not code: the CSP needs no hash for it, and `<` cannot end the element early. */
function stateScript(page: Page): string {
  return `<script type="application/json" id="${stateElementId}">${JSON.stringify(page).replaceAll("<", "\\u003c")}</script>`;
}
