import { useEffect, useRef } from "react";
import type { Article } from "#model/article.ts";
import { keepInView, markSpoken, rangeOf } from "./follow.ts";
import type { Utterance } from "./speech-plan.ts";

/** Marks what is being said on the page and keeps it in view. */
export function useFollow(article: Article, utterance: Utterance | undefined): void {
  const before = useRef<Range | null>(null);
  useEffect(() => {
    const range = utterance === undefined ? null : rangeOf(article, utterance, document);
    markSpoken(range);
    if (range !== null) keepInView(before.current, range, window);
    before.current = range;
  }, [article, utterance]);
  useEffect(() => () => markSpoken(null), []);
}
