import type { Inline } from "#model/article.ts";
import type { LooseBlock } from "#newsroom/story.ts";
import { type DomElement, type DomNode, isElement, isText } from "./dom.ts";
import { InlineText, safeHref } from "./inline-text.ts";
import { type Furnishing, furnishingOf, isFurniture, isInvitation, namesOf } from "./page-furniture.ts";

type Kind = Pick<LooseBlock, "type" | "level" | "ordered">;

const plainKind: Kind = { type: "paragraph", level: null, ordered: null };
const blockquote: Kind = { ...plainKind, type: "blockquote" };

/** Elements that stand apart from the words around them. */
const apart = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "header",
  "body",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
  "table",
  "tbody",
  "thead",
  "tfoot",
  "tr",
  "td",
  "th",
  "pre",
  "hr",
  "center",
  "details",
  "summary",
  "fieldset",
  "address",
  "figure",
  "figcaption",
  "hgroup",
  "amp-accordion",
]);
const marks: Readonly<Record<string, Inline["type"]>> = {
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  strong: "strong",
  b: "strong",
  code: "code",
  kbd: "code",
  samp: "code",
};
const footnoteMark = /^[[(]?(?:\d{1,3}|[*†‡])[\])]?$/u;

/** What was found in a story's element that is no block: by kind, in order. */
export interface Found {
  readonly kind: Furnishing;
  readonly element: DomElement;
}

/**
 * Walks a story's element into blocks with ranges: words, emphasis and links
 * are all that is taken, so nothing that could run or style comes through.
 */
export function walkPage(
  root: DomElement,
  base: string | null,
): { blocks: readonly LooseBlock[]; found: readonly Found[] } {
  const walker = new Walker(base);
  walker.block(root, plainKind, 0);
  return { blocks: walker.blocks, found: walker.found };
}

class Walker {
  readonly blocks: LooseBlock[] = [];
  readonly found: Found[] = [];
  readonly #text = new InlineText();
  readonly #base: string | null;
  #breaks = 0;
  #quoteDepth = 0;

  constructor(base: string | null) {
    this.#base = base;
  }

  /** Walks an element whose words are blocks of this kind. */
  block(element: DomElement, kind: Kind, depth: number): void {
    this.#flush(kind);
    this.#children(element, kind, depth);
    this.#flush(kind);
  }

  #children(element: DomElement, kind: Kind, depth: number): void {
    for (const child of element.childNodes) this.#node(child, kind, depth + 1);
  }

  #node(node: DomNode, kind: Kind, depth: number): void {
    if (isText(node)) {
      this.#push(node.textContent ?? "");
      return;
    }
    if (!isElement(node) || isFurniture(node)) return;
    const furnishing = furnishingOf(node);
    if (furnishing !== null) {
      this.#flush(kind);
      this.found.push({ kind: furnishing, element: node });
      return;
    }
    this.#element(node, kind, depth);
  }

  #element(element: DomElement, kind: Kind, depth: number): void {
    const name = element.localName;
    if (name === "br") {
      this.#breaks += 1;
      if (this.#breaks === 2) this.#flush(kind);
      else this.#text.push(" ");
    } else if (name === "img" || name === "amp-img" || name === "picture") {
      this.found.push({ kind: "caption", element });
    } else if (/^h[1-6]$/u.test(name)) {
      this.#flush(kind);
      this.block(
        element,
        { type: "heading", level: Math.min(4, Math.max(2, Number(name[1]))), ordered: null },
        depth,
      );
    } else if (name === "blockquote") {
      this.#flush(kind);
      this.block(element, blockquote, depth);
    } else if (name === "li" || /\bMsoListParagraph/u.test(namesOf(element))) {
      this.#flush(kind);
      this.block(
        element,
        { type: "list-item", level: null, ordered: element.parentElement?.localName === "ol" },
        depth,
      );
    } else if (name === "tr" && isDataRow(element)) {
      this.#row(element, kind, depth);
    } else if (apart.has(name)) {
      this.#flush(kind);
      this.block(element, kind, depth);
    } else {
      this.#inline(element, kind, depth);
    }
  }

  /** A row of a table of data, on one line. */
  #row(row: DomElement, kind: Kind, depth: number): void {
    this.#flush(kind);
    let first = true;
    for (const cell of row.children) {
      if ((cell.textContent ?? "").trim() === "") continue;
      if (!first) this.#push(" · ");
      first = false;
      this.#children(cell, kind, depth);
    }
    this.#flush(kind);
  }

  #inline(element: DomElement, kind: Kind, depth: number): void {
    const fill = () => this.#children(element, kind, depth);
    const name = element.localName;
    if (name === "a") {
      const target = element.getAttribute("href");
      // A footnote's number is no part of the words: “the pier1”.
      if (target?.startsWith("#") && footnoteMark.test((element.textContent ?? "").trim())) return;
      const href = target?.startsWith("#") ? null : safeHref(target, this.#base);
      if (href === null) fill();
      else this.#text.mark({ type: "link", href }, fill);
    } else if (name === "q") {
      const [open, close] = this.#quoteDepth % 2 === 0 ? "“”" : "‘’";
      this.#quoteDepth += 1;
      this.#push(open ?? "");
      fill();
      this.#push(close ?? "");
      this.#quoteDepth -= 1;
    } else {
      const type = markOf(element);
      if (type === null) fill();
      else this.#text.mark({ type, href: null }, fill);
    }
  }

  #push(text: string): void {
    if (/\S/u.test(text)) this.#breaks = 0;
    this.#text.push(text);
  }

  #flush(kind: Kind): void {
    this.#breaks = 0;
    const { text, inlines } = this.#text.take();
    // A symbol font's bullet, which word processors write into the item itself.
    const bare =
      kind.type === "list-item" ? (/^(?:[·•▪§o-]|\d{1,3}[.)])\s+(?=\S)/u.exec(text)?.[0].length ?? 0) : 0;
    if (!/[\p{L}\p{N}\p{S}]/u.test(text) || isInvitation(text, linkedLength(inlines))) return;
    const shifted = inlines
      .map((inline) => ({ ...inline, start: Math.max(0, inline.start - bare), end: inline.end - bare }))
      .filter((inline) => inline.end > inline.start);
    this.blocks.push({ ...kind, text: text.slice(bare), inlines: shifted });
  }
}

const linkedLength = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, { type, start, end }) => sum + (type === "link" ? end - start : 0), 0);

/** What an element's name or style says of its words; a document's export says it by style alone. */
function markOf(element: DomElement): Inline["type"] | null {
  const style = element.getAttribute("style") ?? "";
  const byName = marks[element.localName] ?? null;
  if (byName === "strong" && /font-weight\s*:\s*(?:normal|[1-5]00)/iu.test(style)) return null;
  if (byName === "emphasis" && /font-style\s*:\s*normal/iu.test(style)) return null;
  if (byName !== null || element.localName !== "span") return byName;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) return "strong";
  return /font-style\s*:\s*italic/iu.test(style) ? "emphasis" : null;
}

/** Rows of data hold words alone; cells that hold paragraphs or tables are there for the layout. */
function isDataRow(row: DomElement): boolean {
  const cells = [...row.children];
  return (
    cells.length > 1 &&
    row.querySelector("p, div, table, h1, h2, h3, h4, blockquote, ul, ol, br, img") === null
  );
}
