import { parseHTML } from "linkedom";
import { Unreadable } from "#newsroom/unreadable.ts";

/** As much of a DOM as reading a page takes; what a server-side DOM's own types leave open is closed here. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: DomNode | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly parentElement: DomElement | null;
  readonly children: Iterable<DomElement>;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  cloneNode(deep: boolean): DomDocument;
}

const elementType = 1;
const textType = 3;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === elementType;
export const isText = (node: DomNode): boolean => node.nodeType === textType;

/** What marks the element of a page that was made of a mail. */
export const mailMark = 'data-format="mail"';

/** Pages of real systems nest some sixty deep; what reads them takes the cube of it. */
const deepest = 200;

/** Elements that end by themselves, or where the next of their kind begins. */
const selfEnding =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|t[dhr]|tbody|thead|tfoot|track|wbr)$/iu;

/**
 * Refuses what nobody wrote before it is parsed, for parsing takes the square of its depth. Far above what is
 * refused afterwards: scripts and comments are counted here too. Throws Unreadable.
 */
function checkDepth(html: string): void {
  let depth = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z\d-]*)/giu)) {
    if (selfEnding.test(name)) continue;
    depth = Math.max(0, end === "" ? depth + 1 : depth - 1);
    if (depth > 10 * deepest) throw tooDeep();
  }
}

const tooDeep = (): Unreadable => new Unreadable("nests its elements too deeply to be read");

/** Null where so much is broken that there is no root to what was parsed. */
function parseDocument(html: string): DomDocument | null {
  const document = parseHTML(html).document as unknown as DomDocument;
  return document.documentElement === null ? null : document;
}

/** Parses a page or a piece of one; nothing in it is run or fetched. Throws Unreadable for a page nested beyond reason. */
export function parsePage(html: string): DomDocument {
  checkDepth(html);
  const whole = /<(?:html|body|head)\b/iu.test(html)
    ? html
    : `<!doctype html><html><body>${html}</body></html>`;
  const document = parseDocument(whole) ?? parseDocument(`<!doctype html><html><body>${html}</body></html>`);
  if (document === null) throw new Unreadable("is no page that can be read");
  const depths = new Map<DomNode, number>();
  for (const element of document.querySelectorAll("*")) {
    const depth = (element.parentElement === null ? 0 : (depths.get(element.parentElement) ?? 0)) + 1;
    if (depth > deepest) throw tooDeep();
    depths.set(element, depth);
  }
  return document;
}

const lengths = new WeakMap<DomNode, number>();

/**
 * How long an element's text is, white space included. Asked of every element
 * of a page, so each is measured once; a page is not changed once it is parsed.
 */
export function textLength(node: DomNode): number {
  if (!isElement(node)) return isText(node) ? (node.textContent ?? "").length : 0;
  const known = lengths.get(node);
  if (known !== undefined) return known;
  let length = 0;
  for (const child of node.childNodes) length += textLength(child);
  lengths.set(node, length);
  return length;
}

/** An element's words in one line; null when it has none or there is no element. */
export function wordsIn(element: DomElement | null): string | null {
  return oneLine(element?.textContent ?? null);
}

/** White space as one space, ends trimmed; null for nothing. */
export function oneLine(text: string | null): string | null {
  const line = (text ?? "")
    .replace(/[\u00ad\u200b\ufeff]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return line === "" ? null : line;
}

/** A field's words in one line. Some systems escape what they put into JSON-LD and `content` twice: “Fish &amp;amp; chips”. */
export function plainWords(value: string | null): string | null {
  if (value === null || !/&(?:#\d+|#x[\da-f]+|\w+);|<\w/iu.test(value)) return oneLine(value);
  return wordsIn(parsePage(value).body);
}
