import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { EndOfStory } from "#app/ending/EndOfStory.tsx";
import { ListenButton } from "#app/listen/ListenButton.tsx";
import { ProblemView } from "#app/problem/ProblemView.tsx";
import { ReadingPosition } from "#app/progress/ReadingPosition.tsx";
import { ArrivalNote, preloadArrivalNote } from "#app/quotation/ArrivalNote.tsx";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { quotationNow } from "#app/quotation/quotation-now.ts";
import { statementIds } from "#app/quotation/statement-ids.ts";
import { WordMarks } from "#app/quotation/WordMarks.tsx";
import { Sharing } from "#app/share/Sharing.tsx";
import { Score } from "#app/speaker/Score.tsx";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { ServerDrawn } from "#app/ui/ServerDrawn.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { Vote } from "#app/vote/Vote.tsx";
import type { Words } from "#app/words/en.ts";
import { useWords } from "#app/words/words.ts";
import { quotationOfFragment, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { isUnchanged, type Permalink, quotationTitle } from "#model/permalink.ts";
import { isGone } from "#model/problem.ts";
import { statementOfPermalink } from "#text/statement.ts";
import { articleQuery, changesQuery } from "./article-queries.ts";
import { Body } from "./Body.tsx";
import { StoryHead } from "./StoryHead.tsx";
import { StorySkeleton } from "./StorySkeleton.tsx";
import styles from "./story.module.css";
import { useLens } from "./use-lens.ts";
import { useStoryTools } from "./use-story-tools.tsx";

/** The server draws them, far down: their code comes where React must draw them (0.8 kB of the entry's 23). */
const Changes = lazyWithPreload(() => import("./Changes.tsx").then((module) => module.Changes));

/** A story, or a story opened at one of its quotations (`id`). */
export function StoryPage({ slug, id }: { readonly slug: string; readonly id: string | null }) {
  const { data, error, refetch } = useQuery(articleQuery(slug));
  // What was read a while ago is still the story where the site cannot be asked, but not where it was taken off.
  if (data !== undefined && !isGone(error)) return <Story article={data} id={id} />;
  if (error !== null) return <ProblemView error={error} retry={refetch} />;
  return <StorySkeleton />;
}

function Story({ article, id }: { readonly article: Article; readonly id: string | null }) {
  const words = useWords();
  const { lens, choose } = useLens(article);
  const permalink = usePermalink(article.slug, id);
  // Whoever goes on from there within the story is told only of changed words: nothing else is drawn anew.
  const [arrivedAt, setArrivedAt] = useState(id);
  const arrival = usePermalink(article.slug, arrivedAt);
  const told = permalink === null || isUnchanged(permalink) ? arrival : permalink;
  const changes = useQuery(changesQuery(article.slug)).data ?? null;
  const linked = useLinkedQuotation(permalink?.successor ?? id);
  usePathOfFragment(article.slug, id, setArrivedAt);
  const [linkedAtFirst] = useState(linked);
  const body = useRef<HTMLDivElement>(null);
  const { reach, view, marked, openKeys } = useStoryTools(article, lens, choose, linked);
  return (
    <>
      <title>
        {words.titled(permalink === null ? article.headline : titleAt(article, permalink, words))}
      </title>
      <main id="content" className={styles.page}>
        <button type="button" className={styles.keys} onClick={openKeys} suppressHydrationWarning={true}>
          {words.story.keys}
        </button>
        <article {...reach} lang={article.inLanguage} dir="auto" data-address={article.url}>
          <ServerDrawn from={[article, told]}>
            <StoryHead article={article} />
            {told === null || quotationNow(article, told) !== null ? null : (
              <ArrivalNote article={article} permalink={told} />
            )}
          </ServerDrawn>
          <Score article={article} lens={lens} choose={choose} />
          <ServerDrawn element={body} className={styles.body} from={[article, told]}>
            <Body article={article} linked={linkedAtFirst} permalink={told} />
          </ServerDrawn>
          <WordMarks
            body={body}
            linked={linked}
            linkedWith={statementIds(article, linked)}
            current={statementIds(article, marked)}
            heard={lens}
          />
        </article>
        <Vote slug={article.slug} />
        <ServerDrawn from={[article, changes]}>
          {changes === null ? null : (
            <Optional>
              <Changes article={article} changes={changes} />
            </Optional>
          )}
        </ServerDrawn>
        <EndOfStory article={article} />
      </main>
      {view}
      <ListenButton article={article} />
      <ReadingPosition article={article} linked={linked !== null} />
      <Sharing article={article} />
    </>
  );
}

/** What became of a quotation; null where none is asked for, and until it is known. */
function usePermalink(slug: string, id: string | null): Permalink | null {
  return useQuery({ ...permalinkQuery(slug, id ?? ""), enabled: id !== null }).data ?? null;
}

/**
 * At a story's own address an old `#q-ID` gives way to the quotation's path,
 * which says what became of its words and can be copied; where the story never
 * had it, or offline, it stays.
 *
 * @param arrive told the quotation that was found
 */
function usePathOfFragment(slug: string, id: string | null, arrive: (quotation: string) => void): void {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const quotation = id === null ? quotationOfFragment(hash) : null;
  useEffect(() => {
    if (quotation === null) return;
    const permalink = client.fetchQuery({ ...permalinkQuery(slug, quotation), retry: false });
    Promise.all([permalink, preloadArrivalNote()]).then(
      () => {
        arrive(quotation);
        return navigate({ pathname: quotationPath(slug, quotation), search }, { replace: true });
      },
      () => undefined,
    );
  }, [arrive, client, navigate, quotation, search, slug]);
}

/** What the tab is called at a quotation: who said what, where, and what became of it. */
function titleAt(article: Article, permalink: Permalink, words: Words): string {
  const said = quotationTitle(permalink.speaker, statementOfPermalink(article, permalink).text);
  const title = `${said} – ${article.headline}`;
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
