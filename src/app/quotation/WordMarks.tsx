import { type RefObject, useLayoutEffect } from "react";
import { useWords } from "#app/words/words.ts";

/**
 * What changes among a story's words after they are drawn: which quotation is
 * linked to, which one the reader is at, and which voices are heard. All are attributes of the words'
 * elements, so that nothing inside or around those is ever taken out: a
 * translator or a reader's highlighter may have put it there.
 *
 * @param body the element that the words stand in
 * @param linked the quotation's id; null for none
 * @param linkedWith those that make one statement with it, itself among them
 * @param current the quotations that an open note or the step bar is about: one statement's; none where none is open
 * @param heard the voices, by their ids; empty for all
 */
export function WordMarks({
  body,
  linked,
  linkedWith,
  current,
  heard,
}: {
  readonly body: RefObject<Element | null>;
  readonly linked: string | null;
  readonly linkedWith: readonly string[];
  readonly current: readonly string[];
  readonly heard: ReadonlySet<string>;
}) {
  const words = useWords().quotation;
  useLayoutEffect(() => {
    if (body.current === null) return;
    markLinked(body.current, linked, words);
    markAll(
      body.current,
      "data-linked-with",
      linkedWith.filter((id) => id !== linked),
    );
    markAll(body.current, "aria-current", current);
    markHeard(body.current, heard);
  });
  return null;
}

/**
 * Marks a quotation as the one that the address points to, and no other.
 *
 * @param words what is said before and after it, to those who do not see its mark
 */
function markLinked(
  story: Element,
  quotation: string | null,
  words: { readonly start: string; readonly end: string },
): void {
  for (const segment of story.querySelectorAll<HTMLElement>("[data-linked]")) {
    for (const name of ["linked", "start", "end"]) delete segment.dataset[name];
    if (segment.localName === "mark") segment.role = "generic";
    else segment.removeAttribute("role");
  }
  if (quotation === null) return;
  const segments = segmentsOf(story, quotation);
  for (const segment of segments) {
    segment.dataset.linked = "";
    if (segment.localName === "mark") segment.removeAttribute("role");
    else segment.role = "mark";
  }
  segments.at(0)?.setAttribute("data-start", words.start);
  segments.at(-1)?.setAttribute("data-end", words.end);
}

/** Marks these quotations by an attribute, and no others. */
function markAll(
  story: Element,
  attribute: "aria-current" | "data-linked-with",
  quotations: readonly string[],
): void {
  for (const segment of story.querySelectorAll(`[${attribute}]`)) segment.removeAttribute(attribute);
  for (const segment of quotations.flatMap((id) => segmentsOf(story, id)))
    segment.setAttribute(attribute, "true");
}

const segmentsOf = (story: Element, quotation: string): readonly HTMLElement[] => [
  ...story.querySelectorAll<HTMLElement>(`[data-quotation="${CSS.escape(quotation)}"]`),
];

/** Lets the words of those voices step back that are not heard. */
function markHeard(story: Element, heard: ReadonlySet<string>): void {
  for (const part of story.querySelectorAll<HTMLElement>("[data-speaker]")) {
    part.toggleAttribute("data-dim", heard.size > 0 && !heard.has(part.dataset.speaker ?? ""));
  }
}
