import { useQuery } from "@tanstack/react-query";
import { Suspense, useDeferredValue } from "react";
import { useLocation, useParams } from "react-router";
import { ListenButton } from "#app/listen/ListenButton.tsx";
import { ProblemView } from "#app/problem/ProblemView.tsx";
import { KeptPlace } from "#app/progress/KeptPlace.tsx";
import { PermalinkNote } from "#app/quotation/PermalinkNote.tsx";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { Sharing } from "#app/share/Sharing.tsx";
import { Score } from "#app/speaker/Score.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { Vote } from "#app/vote/Vote.tsx";
import { useWords } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import { articleQuery } from "./article-query.ts";
import { Body } from "./Body.tsx";
import { Changes } from "./Changes.tsx";
import { StoryFigure } from "./StoryFigure.tsx";
import { StoryHead } from "./StoryHead.tsx";
import { StorySkeleton } from "./StorySkeleton.tsx";
import styles from "./story.module.css";
import { StoryContext } from "./story-context.ts";
import { useLens } from "./use-lens.ts";
import { useStoryTools } from "./use-story-tools.tsx";

/** A story, or a story opened at one of its quotations. */
export function StoryPage() {
  const { slug = "", id = null } = useParams();
  const article = useQuery(articleQuery(slug));
  if (article.data !== undefined) return <Story article={article.data} id={id} />;
  if (article.error !== null) return <ProblemView error={article.error} retry={article.refetch} />;
  return <StorySkeleton />;
}

function Story({ article, id }: { readonly article: Article; readonly id: string | null }) {
  const words = useWords();
  const { lens, choose } = useLens();
  const { hash } = useLocation();
  const hydrated = useHydrated();
  const permalink =
    useQuery({ ...permalinkQuery(article.slug, id ?? ""), enabled: id !== null }).data ?? null;
  const target = hydrated && hash.startsWith("#q-") ? decodeURIComponent(hash.slice(3)) : null;
  const linked = target ?? permalink?.successor ?? id;
  const tools = useStoryTools(article, lens, choose);
  const story = { article, linked, lens: useDeferredValue(lens), open: tools.open, prepare: tools.prepare };
  return (
    <StoryContext value={story}>
      <title>{words.titled(article.headline)}</title>
      <main id="content" className={styles.page}>
        <article lang={article.inLanguage} dir="auto">
          <StoryHead article={article} />
          {permalink === null ? null : <PermalinkNote article={article} permalink={permalink} />}
          <Suspense>
            <Score article={article} lens={lens} choose={choose} />
          </Suspense>
          {article.image === null ? null : <StoryFigure image={article.image} />}
          <Body article={article} />
        </article>
        <Suspense>
          <Vote slug={article.slug} />
        </Suspense>
        <Suspense>
          <Changes article={article} />
        </Suspense>
      </main>
      {tools.view}
      <ListenButton article={article} />
      <KeptPlace article={article} linked={linked !== null} />
      <Sharing article={article} />
    </StoryContext>
  );
}
