import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { ListenButton } from "#app/listen/ListenButton.tsx";
import { ProblemView } from "#app/problem/ProblemView.tsx";
import { ReadingPosition } from "#app/progress/ReadingPosition.tsx";
import { PermalinkNote } from "#app/quotation/PermalinkNote.tsx";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { WordMarks } from "#app/quotation/WordMarks.tsx";
import { Sharing } from "#app/share/Sharing.tsx";
import { Score } from "#app/speaker/Score.tsx";
import { ServerDrawn } from "#app/ui/ServerDrawn.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { Vote } from "#app/vote/Vote.tsx";
import type { Words } from "#app/words/en.ts";
import { useWords } from "#app/words/words.ts";
import { quotationOfFragment, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { type Permalink, quotationTitle } from "#model/permalink.ts";
import { statementOfPermalink } from "#text/statement.ts";
import { articleQuery, changesQuery } from "./article-queries.ts";
import { Body } from "./Body.tsx";
import { Changes } from "./Changes.tsx";
import { StoryHead } from "./StoryHead.tsx";
import { StorySkeleton } from "./StorySkeleton.tsx";
import styles from "./story.module.css";
import { useLens } from "./use-lens.ts";
import { useStoryTools } from "./use-story-tools.tsx";

/** A story, or a story opened at one of its quotations (`id`). */
export function StoryPage({ slug, id }: { readonly slug: string; readonly id: string | null }) {
  const { data, error, refetch } = useQuery(articleQuery(slug));
  if (data !== undefined) return <Story article={data} id={id} />;
  if (error !== null) return <ProblemView error={error} retry={refetch} />;
  return <StorySkeleton />;
}

function Story({ article, id }: { readonly article: Article; readonly id: string | null }) {
  const words = useWords();
  const { lens, choose } = useLens();
  const permalink =
    useQuery({ ...permalinkQuery(article.slug, id ?? ""), enabled: id !== null }).data ?? null;
  const changes = useQuery(changesQuery(article.slug)).data ?? null;
  const linked = useLinkedQuotation(permalink?.successor ?? id);
  usePathOfFragment(article.slug, id);
  const [linkedAtFirst] = useState(linked);
  // Beside the words it is told only what became of them: whoever follows the score has nothing drawn anew.
  const toldBeside = permalink?.state === "edited" || permalink?.state === "reattributed" ? permalink : null;
  const body = useRef<HTMLDivElement>(null);
  const { reach, view } = useStoryTools(article, lens, choose);
  return (
    <>
      <title>
        {words.titled(permalink === null ? article.headline : titleAt(article, permalink, words))}
      </title>
      <main id="content" className={styles.page}>
        <article {...reach} lang={article.inLanguage} dir="auto" data-address={article.url}>
          <ServerDrawn from={[article, permalink]}>
            <StoryHead article={article} />
            {permalink === null ? null : <PermalinkNote article={article} permalink={permalink} />}
          </ServerDrawn>
          <Score article={article} lens={lens} choose={choose} />
          <ServerDrawn element={body} className={styles.body} from={[article, toldBeside]}>
            <Body article={article} linked={linkedAtFirst} permalink={permalink} />
          </ServerDrawn>
          <WordMarks body={body} linked={linked} heard={lens} />
        </article>
        <Vote slug={article.slug} />
        <ServerDrawn from={[article, changes]}>
          {changes === null ? null : <Changes article={article} changes={changes} />}
        </ServerDrawn>
      </main>
      {view}
      <ListenButton article={article} />
      <ReadingPosition article={article} linked={linked !== null} />
      <Sharing article={article} />
    </>
  );
}

/**
 * At a story's own address an old `#q-ID` gives way to the quotation's path,
 * which says what became of its words and can be copied; where the story never
 * had it, or offline, it stays.
 */
function usePathOfFragment(slug: string, id: string | null): void {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const quotation = id === null ? quotationOfFragment(hash) : null;
  useEffect(() => {
    if (quotation === null) return;
    client.fetchQuery({ ...permalinkQuery(slug, quotation), retry: false }).then(
      () => navigate({ pathname: quotationPath(slug, quotation), search }, { replace: true }),
      () => undefined,
    );
  }, [client, navigate, quotation, search, slug]);
}

/** What the tab is called at a quotation: who said what, and what became of it. */
function titleAt(article: Article, permalink: Permalink, words: Words): string {
  const title = quotationTitle(permalink.speaker, statementOfPermalink(article, permalink).text);
  switch (permalink.state) {
    case "verbatim":
    case "retypeset":
      return title;
    default:
      return words.permalink.titled[permalink.state](title);
  }
}

/** The quotation that the address points to: by its fragment, which never reaches a server, or by its path. */
function useLinkedQuotation(byPath: string | null): string | null {
  const { hash } = useLocation();
  return (useHydrated() ? quotationOfFragment(hash) : null) ?? byPath;
}
