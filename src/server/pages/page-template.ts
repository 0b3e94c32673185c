import type { RenderedPage } from "#model/page.ts";

/** A page's parts as they go into the document. */
export interface DocumentParts extends Omit<RenderedPage, "modules"> {
  /** The data that the page was drawn from, and what else stands after it. */
  readonly state: string;
}

/** The document that the build made, cut at its placeholders. */
export type PageTemplate = (parts: DocumentParts) => string;

/** `<html lang="en" dir="ltr">`: the two attributes are the page's own. */
const htmlTag = /<html\b[^>]*>/i;

/**
 * Reads a document with the placeholders `<!--head-->`, `<!--body-->` and
 * `<!--state-->`, and gives the function that fills them.
 *
 * @throws when the document lacks one of the three
 */
export function readTemplate(html: string): PageTemplate {
  for (const name of ["head", "body", "state"])
    if (!html.includes(`<!--${name}-->`)) throw new Error(`the page template has no <!--${name}-->`);
  const pieces = html.replace(htmlTag, "<!--html-->").split(/<!--(html|head|body|state)-->/);
  return ({ lang, dir, head, body, state }) => {
    const filled = new Map([
      ["html", `<html lang="${lang}" dir="${dir}">`],
      ["head", head],
      ["body", body],
      ["state", state],
    ]);
    // Text and the names of placeholders take turns.
    return pieces.map((piece, index) => (index % 2 === 0 ? piece : filled.get(piece))).join("");
  };
}
