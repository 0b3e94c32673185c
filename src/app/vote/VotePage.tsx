import { useQuery } from "@tanstack/react-query";
import { articleQuery } from "#app/article/article-queries.ts";
import { EndOfStory } from "#app/ending/EndOfStory.tsx";
import { Sharing } from "#app/share/Sharing.tsx";
import page from "#app/ui/plain-page.module.css";
import { SiteLink } from "#app/ui/SiteLink.tsx";
import { useWords } from "#app/words/words.ts";
import { articlePath } from "#model/addresses.ts";
import { Vote } from "./Vote.tsx";

/** The reader's answer on a page of its own: what a vote without JavaScript leads to. */
export function VotePage({ slug }: { readonly slug: string }) {
  const words = useWords();
  const article = useQuery(articleQuery(slug)).data;
  const headline = article?.headline ?? "";
  return (
    <main id="content" className={page.page}>
      <title>{words.titled(words.vote.title(headline))}</title>
      <h1 tabIndex={-1} lang={article?.inLanguage} dir="auto" suppressHydrationWarning={true}>
        {headline}
      </h1>
      <Vote slug={slug} />
      <p>
        <SiteLink to={articlePath(slug)} suppressHydrationWarning={true}>
          {words.vote.back}
        </SiteLink>
      </p>
      {article === undefined ? null : (
        <>
          <EndOfStory article={article} />
          <Sharing article={article} />
        </>
      )}
    </main>
  );
}
