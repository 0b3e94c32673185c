import { useEffect } from "react";
import { readingWordsIn } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";

/**
 * Hears the controls that share the story, near its headline and at its end:
 * they stand among words that React leaves as the server drew them. What they
 * do is fetched when one is used.
 */
export function useShareStory(article: Article): void {
  const { language, tag } = useLocale();
  useEffect(() => {
    const listen = (event: MouseEvent): void => {
      const control =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-share-story]") : null;
      if (control === null) return;
      event.preventDefault();
      const way = control.dataset.shareStory === "link" ? "link" : "sheet";
      Promise.all([import("./share-story.ts"), readingWordsIn(language)]).then(
        ([{ shareStory }, { share }]) => shareStory(article, way, share, tag),
        () => undefined,
      );
    };
    document.addEventListener("click", listen);
    return () => document.removeEventListener("click", listen);
  }, [article, language, tag]);
}
