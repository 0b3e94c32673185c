import { type DomElement, type DomNode, isElement, isText, oneLine } from "./dom.ts";

/** Class names for words that only screen readers or mail programs' previews show. */
const hiddenNames =
  /(?:^|[\s_-])(?:screen-reader-text|sr-only|visually-?hidden|preheader|mcnPreviewText)(?:$|[\s_-])/iu;
/** An initial drawn apart is kept from screen readers, which are given the whole word. */
const initial = /drop-?cap|initial|first-letter/iu;

/** An element's class and id in one string. */
export const namesOf = (element: DomElement): string =>
  `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;

/** Whether a page does not show an element. */
export function isHidden(element: DomElement): boolean {
  if (element.hasAttribute("hidden")) return true;
  const names = namesOf(element);
  if (element.getAttribute("aria-hidden") === "true" && !initial.test(names)) return true;
  const style = element.getAttribute("style") ?? "";
  return (
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(style) || hiddenNames.test(names)
  );
}

/** An element's words in one line, without what the page hides; null when it shows none. */
export function shownWords(element: DomElement | null): string | null {
  return element === null ? null : oneLine(shownText(element));
}

function shownText(node: DomNode): string {
  if (isText(node)) return node.textContent ?? "";
  if (!isElement(node) || isHidden(node)) return "";
  return Array.from(node.childNodes, shownText).join("");
}
