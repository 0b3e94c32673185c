import { Readability } from "@mozilla/readability";
import { type DomDocument, type DomElement, textLength } from "./dom.ts";

const tag = "data-reading-order";
/** Where a page says itself that its story stands. */
const declared =
  '[itemprop~="articleBody"], [data-testid="article-body"], [data-component="text-block-wrapper"]';
const fallbacks = ["article", "main", '[role="main"]', "body"];
/** Pages of more elements than this are no stories, and would keep a core busy. */
const mostElements = 100_000;
/** So would a long text deep inside: each character is read again for every element around it. */
const mostReading = 20_000_000;
/** And so would elements that are nothing but nested: pages of real systems are some twenty deep on average. */
const deepestMean = 40;

/**
 * The element that holds a page's story. Readability finds which passages
 * belong to it; the smallest element of the untouched page that holds them all
 * is the answer, for Readability itself drops blockquotes and splits lists. A page
 * that was made of a mail or a Word document is all story.
 */
export function findBody(document: DomDocument): DomElement | null {
  const made = document.querySelector("body > main[data-format]");
  if (made !== null) return made;
  const own = [...document.querySelectorAll(declared)];
  if (own.length === 1 && own[0] !== undefined && hasParagraphs(own[0])) return own[0];
  const elements = [...document.querySelectorAll("body *")];
  const reading = elements.reduce((sum, element) => sum + textLength(element), 0);
  if (elements.length <= mostElements && reading <= mostReading && meanDepth(elements) <= deepestMean) {
    for (const [index, element] of elements.entries()) element.setAttribute(tag, String(index));
    const found = readable(document).flatMap((index) => elements[index] ?? []);
    const holder = commonAncestor(found);
    if (holder !== null) return holder;
  }
  for (const selector of fallbacks) {
    const [only, more] = document.querySelectorAll(selector);
    if (only !== undefined && more === undefined) return only;
  }
  return document.body;
}

function meanDepth(elements: readonly DomElement[]): number {
  const depths = new Map<DomElement | null, number>();
  let sum = 0;
  for (const element of elements) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    depths.set(element, depth);
    sum += depth;
  }
  return elements.length === 0 ? 0 : sum / elements.length;
}

const hasParagraphs = (element: DomElement): boolean => (element.textContent ?? "").trim().length > 200;

/** The tagged numbers of the passages that Readability keeps. */
function readable(document: DomDocument): readonly number[] {
  // Readability changes what it reads, so it gets a copy.
  const copy = document.cloneNode(true) as unknown as ConstructorParameters<typeof Readability>[0];
  const content = contentOf(copy);
  if (content === null || content === undefined) return [];
  return [...content.querySelectorAll(`p[${tag}], blockquote[${tag}], li[${tag}]`)]
    .filter((element) => (element.textContent ?? "").trim().length > 40)
    .map((element) => Number(element.getAttribute(tag)));
}

/** What Readability keeps. Broken pages break it, too: it looks for parents that are not there. */
function contentOf(copy: ConstructorParameters<typeof Readability>[0]): DomElement | null | undefined {
  const options = { charThreshold: 200, disableJSONLD: true, serializer: (node: unknown) => node };
  try {
    return new Readability<unknown>(copy, options).parse()?.content as DomElement | null | undefined;
  } catch {
    return null;
  }
}

function commonAncestor([first, ...rest]: readonly DomElement[]): DomElement | null {
  if (first === undefined) return null;
  let shared = ancestors(first);
  for (const element of rest) {
    const own = new Set(ancestors(element));
    shared = shared.filter((ancestor) => own.has(ancestor));
  }
  return shared[0] ?? null;
}

/** From the nearest to the farthest. */
function ancestors(element: DomElement): readonly DomElement[] {
  const found: DomElement[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) found.push(at);
  return found;
}
