import { useQuery } from "@tanstack/react-query";
import { Suspense, useDeferredValue, useMemo } from "react";
import { useLocation } from "react-router";
import { ListenButton } from "#app/listen/ListenButton.tsx";
import type { Params } from "#app/page/params.ts";
import { LateProblem } from "#app/problem/LateProblem.tsx";
import { KeptPlace } from "#app/progress/KeptPlace.tsx";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { quotationTitle } from "#app/quotation/quotation-title.ts";
import { Score } from "#app/speaker/Score.tsx";
import { late } from "#app/ui/late.ts";
import { reached } from "#app/ui/reached.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { Vote } from "#app/vote/Vote.tsx";
import { useWords } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { articleQuery } from "./article-query.ts";
import { changesQuery } from "./changes-query.ts";
import { StoryHead } from "./StoryHead.tsx";
import { StorySkeleton } from "./StorySkeleton.tsx";
import styles from "./story.module.css";
import { StoryContext } from "./story-context.ts";
import { useLens } from "./use-lens.ts";
import { useQuotationReach } from "./use-quotation-reach.ts";
import { useStoryTools } from "./use-story-tools.tsx";

// The story's words are in the document and read there; React takes them over when a reader stirs.
const Body = late(() => reached.then(() => import("./Body.tsx")).then((module) => module.Body));

// Nobody selects a passage or steps through quotations before they have stirred either.
const Sharing = late(() =>
  reached.then(() => import("#app/share/Sharing.tsx")).then((module) => module.Sharing),
);

// Most stories were never changed: the code that tells of changes comes where there are some.
const Changes = late(() => import("./Changes.tsx").then((module) => module.Changes));
const PermalinkNote = late(() =>
  import("#app/quotation/PermalinkNote.tsx").then((module) => module.PermalinkNote),
);

/** The states of a permalink that need no word: the words stand as they were. */
const quiet: ReadonlySet<string> = new Set(["verbatim", "retypeset"]);

/** A story, or a story opened at one of its quotations. */
export function StoryPage({ slug = "", id }: Params) {
  const article = useQuery(articleQuery(slug));
  if (article.data !== undefined) return <Story article={article.data} id={id ?? null} />;
  if (article.error !== null) return <LateProblem error={article.error} retry={article.refetch} />;
  return <StorySkeleton />;
}

function Story({ article, id }: { readonly article: Article; readonly id: string | null }) {
  const words = useWords();
  const { lens, choose } = useLens();
  const { hash } = useLocation();
  const hydrated = useHydrated();
  const permalink =
    useQuery({ ...permalinkQuery(article.slug, id ?? ""), enabled: id !== null }).data ?? null;
  const changed = useQuery(changesQuery(article.slug)).data?.some(({ quotations }) => quotations.length > 0);
  const target = hydrated && hash.startsWith("#q-") ? decodeURIComponent(hash.slice(3)) : null;
  const linkedByPath = permalink?.successor ?? id;
  const linked = target ?? linkedByPath;
  const tools = useStoryTools(article, lens, choose);
  const element = useQuotationReach(tools.open, tools.prepare);
  const heard = useDeferredValue(lens);
  // The same object as long as it says the same: parts still being taken over must not be hurried.
  const story = useMemo(
    () => ({ article, linked, linkedByPath, addressed: id, lens: heard }),
    [article, linked, linkedByPath, id, heard],
  );
  const parts = useParts(article, permalink, changed ?? false);
  return (
    <StoryContext value={story}>
      <title>{words.titled(permalink === null ? article.headline : quotationTitle(permalink))}</title>
      <main id="content" className={styles.page}>
        <article ref={element} lang={article.inLanguage} dir="auto" data-address={article.url}>
          <StoryHead article={article} />
          {parts.note}
          <Score article={article} lens={lens} choose={choose} />
          {parts.body}
        </article>
        {parts.end}
      </main>
      {tools.view}
      <ListenButton article={article} />
      <KeptPlace article={article} linked={linked !== null} />
      {parts.sharing}
    </StoryContext>
  );
}

/**
 * The parts that are taken over on their own, some long after the rest. They
 * stay the same elements while the page around them changes: React would
 * otherwise draw a part anew that it has not taken over yet, and whatever the
 * reader holds there, a selection or a place, would be lost.
 */
function useParts(article: Article, permalink: Permalink | null, changed: boolean) {
  return useMemo(
    () => ({
      note: (
        <Suspense>
          {permalink === null || quiet.has(permalink.state) ? null : (
            <PermalinkNote article={article} permalink={permalink} />
          )}
        </Suspense>
      ),
      body: (
        <Suspense>
          <Body article={article} />
        </Suspense>
      ),
      end: (
        <>
          <Suspense>
            <Vote slug={article.slug} />
          </Suspense>
          <Suspense>{changed ? <Changes article={article} /> : null}</Suspense>
        </>
      ),
      sharing: (
        <Suspense>
          <Sharing article={article} />
        </Suspense>
      ),
    }),
    [article, permalink, changed],
  );
}
