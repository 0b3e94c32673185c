import type { DomElement } from "./dom.ts";

const blockElements = new Set(
  (
    "p div section article main header footer body ul ol dl dt dd table tbody thead tfoot tr td th pre hr " +
    "center details summary fieldset address figure figcaption hgroup amp-accordion"
  ).split(" "),
);

/** Whether an element's words stand apart from those around them. */
export const isBlockElement = ({ localName }: DomElement): boolean => blockElements.has(localName);

/** Whether each item of a list is a link and nothing else. */
export const isLinkList = (list: DomElement): boolean =>
  [...list.children].every((item) => {
    const [link] = item.querySelectorAll("a");
    return link !== undefined && link.textContent?.trim() === item.textContent?.trim();
  });

const longestCell = 80;

/** Rows of data hold few words to a cell; cells that hold paragraphs or tables are there for the layout. */
export function isDataRow(row: DomElement): boolean {
  const cells = [...row.children];
  return (
    cells.length > 1 &&
    row.querySelector("div, table, h1, h2, h3, h4, blockquote, ul, ol, br, img") === null &&
    cells.every((cell) => isDataCell(cell))
  );
}

/** A document's export sets each cell in a paragraph of its own. */
function isDataCell(cell: DomElement): boolean {
  const paragraphs = [...cell.querySelectorAll("p")].length;
  return paragraphs === 0 || (paragraphs === 1 && (cell.textContent ?? "").trim().length <= longestCell);
}
