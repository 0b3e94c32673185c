import { useQuery } from "@tanstack/react-query";
import { useReadingWords } from "#app/words/reading-words.ts";
import { feedPath, frontPath, privacyPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import styles from "./ending.module.css";
import { furtherQuery } from "./further-query.ts";
import { NextStories } from "./NextStories.tsx";
import { OtherStories } from "./OtherStories.tsx";
import { StrongestQuotations } from "./StrongestQuotations.tsx";

/**
 * What a story's end offers: to share it, its strongest words, the next
 * stories, others that quote people of the same names, and the rest of the
 * site. Whatever there is none of is left out.
 */
export function Ending({ article }: { readonly article: Article }) {
  const words = useReadingWords().ending;
  const further = useQuery(furtherQuery(article.slug)).data;
  return (
    <>
      <p id="share" className={styles.share} tabIndex={-1}>
        <button type="button" data-share-story="sheet">
          {words.share}
        </button>
        <button type="button" data-share-story="link">
          {words.copyLink}
        </button>
        <span>
          {words.address} <bdi>{article.url}</bdi>
        </span>
      </p>
      <StrongestQuotations article={article} />
      <NextStories stories={further?.next ?? []} />
      <OtherStories stories={further?.sameNames ?? []} />
      <nav className={styles.site} aria-label={words.site}>
        <a href={frontPath}>{words.front}</a>
        <a href={feedPath} type="application/atom+xml">
          {words.feed}
        </a>
        <a href={privacyPath}>{words.privacy}</a>
      </nav>
    </>
  );
}
