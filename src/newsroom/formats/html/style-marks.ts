import type { Inline } from "#model/article.ts";
import type { DomDocument, DomElement } from "./dom.ts";

const marks: ReadonlyMap<string, Inline["type"]> = new Map<string, Inline["type"]>([
  ["em", "emphasis"],
  ["i", "emphasis"],
  ["cite", "emphasis"],
  ["dfn", "emphasis"],
  ["strong", "strong"],
  ["b", "strong"],
  ["code", "code"],
  ["kbd", "code"],
  ["samp", "code"],
]);

/** What a page's own style sheet says of each class, declarations as they are written. */
export type ClassStyles = ReadonlyMap<string, string>;

/**
 * The styles of a document's export, which sets bold and italics through
 * numbered classes (`.c7{font-weight:700}`). Other pages' style sheets are let
 * be: what is bold there may be the design.
 */
export function classStylesOf(document: DomDocument): ClassStyles {
  const isExport = document.body?.getAttribute("class")?.includes("doc-content") === true;
  const sheet = isExport ? (document.querySelector("style")?.textContent ?? "") : "";
  return new Map(
    Array.from(sheet.matchAll(/\.(c\d+)\{([^}]*)\}/gu), ([, name = "", declarations = ""]) => [
      name,
      declarations,
    ]),
  );
}

/** What an element's name or style says of its words; a document's export says it by style alone. */
export function markOf(element: DomElement, classStyles: ClassStyles): Inline["type"] | null {
  const ofClasses = (element.getAttribute("class") ?? "")
    .split(/\s+/u)
    .flatMap((name) => classStyles.get(name) ?? []);
  const style = [...ofClasses, element.getAttribute("style") ?? ""].join(";");
  const byName = marks.get(element.localName) ?? null;
  if (byName === "strong" && /(?<![\w-])font-weight\s*:\s*(?:normal|[1-5]00)/iu.test(style)) return null;
  if (byName === "emphasis" && /(?<![\w-])font-style\s*:\s*normal/iu.test(style)) return null;
  if (byName !== null || element.localName !== "span") return byName;
  if (/(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) return "strong";
  return /(?<![\w-])font-style\s*:\s*italic/iu.test(style) ? "emphasis" : null;
}
