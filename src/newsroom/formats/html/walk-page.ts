import type { Inline } from "#model/article.ts";
import { isHeaderLine } from "#newsroom/fields/mail-header.ts";
import { isOffer, isPromotion } from "#newsroom/fields/promotions.ts";
import { InlineText, safeHref } from "#newsroom/formats/inline-text.ts";
import type { RawBlock } from "#newsroom/story.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { type DomElement, type DomNode, isElement, isText, textLength } from "./dom.ts";
import { isBlockElement, isDataRow, isLinkList } from "./element-kinds.ts";
import { type FieldKind, fieldKindOf } from "./field-elements.ts";
import { namesOf } from "./hidden.ts";
import { type ClassStyles, markOf } from "./style-marks.ts";

type Kind = Pick<RawBlock, "type" | "level" | "ordered">;

const plainKind: Kind = { type: "paragraph", level: null, ordered: null };
const blockquote: Kind = { ...plainKind, type: "blockquote" };

/** A footnote's number, its way back, or the letter of a comment in the margin: “[1]”, “↑”, “[a]”, “[HT1]”. */
const noteMark = /^(?:[↑↩]\ufe0e?|[[(]?(?:\d{1,3}|[*†‡])[\])]?|\[[a-z]{1,2}\]|\[[A-Z]{1,3}\d{1,3}\])$/u;

/** What was found in a story's element that is no block: by kind, in order. */
export interface Found {
  readonly kind: FieldKind;
  readonly element: DomElement;
}

/** What a page as a whole says of the element that is walked. */
export interface PageContext {
  /** What relative links are relative to; without one, only absolute links lead on. */
  readonly base: string | null;
  readonly classStyles: ClassStyles;
  /** The heading that is the story's headline, and so no block. */
  readonly headline: DomElement | null;
}

const noContext: PageContext = { base: null, classStyles: new Map(), headline: null };

/**
 * Walks a story's element into blocks with ranges: words, emphasis and links
 * are all that is taken, so nothing that could run or style comes through.
 */
export function walkPage(
  root: DomElement,
  page: PageContext = noContext,
): { blocks: readonly RawBlock[]; found: readonly Found[] } {
  const walker = new Walker(root, page);
  walker.block(root, plainKind);
  return { blocks: walker.blocks, found: walker.found };
}

class Walker {
  readonly blocks: RawBlock[] = [];
  readonly found: Found[] = [];
  readonly #text = new InlineText();
  readonly #page: PageContext;
  readonly #length: number;
  #breaks = 0;
  #quoteDepth = 0;
  /** Whether the last line was “Read next:”, so that a list of links goes with it. */
  #isPromoted = false;

  constructor(root: DomElement, page: PageContext) {
    this.#page = page;
    this.#length = textLength(root);
  }

  /** Walks an element whose words are blocks of this kind. */
  block(element: DomElement, kind: Kind): void {
    this.#flush(kind);
    this.#children(element, kind);
    this.#flush(kind);
  }

  #children(element: DomElement, kind: Kind): void {
    for (const child of element.childNodes) this.#node(child, kind);
  }

  #node(node: DomNode, kind: Kind): void {
    if (isText(node)) {
      this.#push(node.textContent ?? "");
      return;
    }
    if (!isElement(node) || isBoilerplate(node, this.#length)) return;
    const field = fieldKindOf(node);
    if (field !== null) {
      this.#flush(kind);
      this.found.push({ kind: field, element: node });
      return;
    }
    this.#element(node, kind);
  }

  #element(element: DomElement, kind: Kind): void {
    const name = element.localName;
    if (name === "br") {
      this.#break(kind);
    } else if (name === "img" || name === "amp-img" || name === "picture") {
      this.found.push({ kind: "caption", element });
    } else if (/^h[1-6]$/u.test(name)) {
      this.#heading(element, Number(name[1]), kind);
    } else if (name === "blockquote") {
      this.#flush(kind);
      this.block(element, blockquote);
    } else if (name === "li" || /\bMsoListParagraph/u.test(namesOf(element))) {
      this.#flush(kind);
      const ordered = element.parentElement?.localName === "ol";
      this.block(element, { type: "list-item", level: null, ordered });
    } else if ((name === "ul" || name === "ol") && this.#isPromoted && isLinkList(element)) {
      this.#flush(kind);
    } else if (name === "tr" && isDataRow(element)) {
      this.#row(element, kind);
    } else if (name === "pre") {
      this.#preformatted(element, kind);
    } else if (isBlockElement(element)) {
      this.#flush(kind);
      this.block(element, kind);
    } else {
      this.#inline(element, kind);
    }
  }

  /** Two line breaks in a row are where a paragraph ends in mail and in old systems. */
  #break(kind: Kind): void {
    this.#breaks += 1;
    if (this.#breaks === 2) this.#flush(kind);
    else this.#text.push(" ");
  }

  #heading(element: DomElement, rank: number, kind: Kind): void {
    this.#flush(kind);
    if (
      element === this.#page.headline &&
      this.blocks.every(({ text }) => isShortLine(text) || isHeaderLine(text))
    ) {
      // What stands above the headline names the section, not the story; in a mail it is the header.
      const header = this.blocks.filter(({ text }) => isHeaderLine(text));
      this.blocks.length = 0;
      this.blocks.push(...header);
      return;
    }
    this.block(element, { type: "heading", level: Math.min(4, Math.max(2, rank)), ordered: null });
  }

  /** Typewritten text, where an empty line ends a paragraph. */
  #preformatted(element: DomElement, kind: Kind): void {
    this.#flush(kind);
    for (const paragraph of (element.textContent ?? "").split(/\n\s*\n/u)) {
      this.#push(paragraph);
      this.#flush(kind);
    }
  }

  /** A row of a table of data, on one line. */
  #row(row: DomElement, kind: Kind): void {
    this.#flush(kind);
    let first = true;
    for (const cell of row.children) {
      if ((cell.textContent ?? "").trim() === "") continue;
      if (!first) this.#push(" · ");
      first = false;
      const [only] = cell.querySelectorAll("p");
      this.#children(only ?? cell, kind);
    }
    this.#flush(kind);
  }

  #inline(element: DomElement, kind: Kind): void {
    const fill = () => this.#children(element, kind);
    const name = element.localName;
    if (name === "a") {
      const target = element.getAttribute("href");
      // A note's number is no part of the words: “the pier1”.
      if (target?.startsWith("#") && noteMark.test((element.textContent ?? "").trim())) return;
      const href = target?.startsWith("#") ? null : safeHref(target, this.#page.base);
      if (href === null) fill();
      else this.#text.mark({ type: "link", href }, fill);
    } else if (name === "sup" && this.#isNote(element)) {
      return;
    } else if (name === "q") {
      const [open, close] = this.#quoteDepth % 2 === 0 ? "“”" : "‘’";
      this.#quoteDepth += 1;
      this.#push(open ?? "");
      fill();
      this.#push(close ?? "");
      this.#quoteDepth -= 1;
    } else {
      const type = markOf(element, this.#page.classStyles);
      if (type === null) fill();
      else this.#text.mark({ type, href: null }, fill);
    }
  }

  /** A number raised after a full stop is a note’s; one after a letter may be a square’s. */
  #isNote(raised: DomElement): boolean {
    return /[.,;:!?"'”’»)]/u.test(this.#text.ending) && noteMark.test((raised.textContent ?? "").trim());
  }

  #push(text: string): void {
    if (/\S/u.test(text)) this.#breaks = 0;
    this.#text.push(text);
  }

  #flush(kind: Kind): void {
    this.#breaks = 0;
    const { text, inlines } = this.#text.take();
    if (!/[\p{L}\p{N}\p{S}]/u.test(text)) return;
    this.#isPromoted = isPromotion(text, linkedLength(inlines)) || endsInOffer(text, inlines);
    if (!this.#isPromoted)
      this.blocks.push(
        kind.type === "list-item" ? bare({ ...kind, text, inlines }) : { ...kind, text, inlines },
      );
  }
}

/** “Foghorn is free. Subscribe”: a line whose last words are a button. */
const endsInOffer = (text: string, inlines: readonly Inline[]): boolean =>
  text.length <= 160 &&
  !/[“”"«»„]/u.test(text) &&
  inlines.some(
    ({ type, start, end }) => type === "link" && end === text.length && isOffer(text.slice(start)),
  );

const linkedLength = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, { type, start, end }) => sum + (type === "link" ? end - start : 0), 0);

const isShortLine = (text: string): boolean => text.length <= 60 && !/[.!?]["”’]?$/u.test(text);

/** A list item without the bullet or number that word processors write into it. */
function bare(item: RawBlock): RawBlock {
  const mark = /^(?:[·•▪§o-]|(\d{1,3})[.)])\s+(?=\S)/u.exec(item.text);
  if (mark === null) return item;
  const { length } = mark[0];
  const inlines = item.inlines
    .map((inline) => ({ ...inline, start: Math.max(0, inline.start - length), end: inline.end - length }))
    .filter((inline) => inline.end > inline.start);
  return { ...item, text: item.text.slice(length), inlines, ordered: item.ordered || mark[1] !== undefined };
}
