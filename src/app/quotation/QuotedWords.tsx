import type { ReactNode } from "react";
import { useStory } from "#app/article/story-context.ts";
import { voiceOf } from "#app/speaker/voices.ts";
import { useWords } from "#app/words/words.ts";
import { quotationElementId } from "#model/addresses.ts";
import type { Quotation } from "#model/article.ts";
import styles from "./quotation.module.css";

/**
 * The quotation's words, and nothing but its words: other programs read them
 * from here. The linked quotation is a `<mark>`, its edges told to screen
 * readers by generated text, so that no interface is ever copied with it;
 * WordMarks.tsx moves the mark.
 */
export function QuotedWords({
  quotation,
  first,
  last,
  children,
}: {
  readonly quotation: Quotation;
  readonly first: boolean;
  readonly last: boolean;
  readonly children: ReactNode;
}) {
  const { article, linked, linkedWith } = useStory();
  const words = useWords().quotation;
  const isLinked = quotation.id === linked;
  const Element = isLinked ? "mark" : "span";
  return (
    <Element
      id={first ? quotationElementId(quotation.id) : undefined}
      className={styles.words}
      tabIndex={first ? -1 : undefined}
      data-quotation={quotation.id}
      data-speaker={quotation.speaker ?? ""}
      data-voice={voiceOf(article, quotation)?.number ?? 0}
      data-linked={isLinked ? "" : undefined}
      data-linked-with={!isLinked && linkedWith.includes(quotation.id) ? "true" : undefined}
      data-start={isLinked && first ? words.start : undefined}
      data-end={isLinked && last ? words.end : undefined}
    >
      {children}
    </Element>
  );
}
