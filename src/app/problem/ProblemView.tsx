import { formatDay } from "#app/ui/format.ts";
import { SiteLink } from "#app/ui/SiteLink.tsx";
import type { Words } from "#app/words/en.ts";
import { useLocale } from "#app/words/words.ts";
import { articlePath, frontPath } from "#model/addresses.ts";
import { isGone, type Problem, ProblemError } from "#model/problem.ts";
import styles from "./problem.module.css";

/** A page that says what happened, that nothing is lost, and where to go from here. */
export function ProblemView({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const { tag, words } = useLocale();
  const problem = error instanceof ProblemError ? error.problem : null;
  const status = problem?.status ?? 500;
  const { title, hint } = tell(words.problem, problem, tag);
  const reason = problem?.unpublished?.reason ?? null;
  const story = problem?.story;
  return (
    <main id="content" className={styles.page}>
      <title>{words.titled(title)}</title>
      {status === 0 ? null : (
        <p className={styles.status} suppressHydrationWarning={true}>
          {words.problem.status(status)}
        </p>
      )}
      <h1 tabIndex={-1} suppressHydrationWarning={true}>
        {title}
      </h1>
      <p suppressHydrationWarning={true}>{hint}</p>
      {reason === null ? null : (
        <p dir="auto" suppressHydrationWarning={true}>
          {reason}
        </p>
      )}
      <p className={styles.ways}>
        {retry === undefined || isGone(error) ? null : (
          <button type="button" onClick={() => retry()} suppressHydrationWarning={true}>
            {words.problem.retry}
          </button>
        )}
        {story === undefined ? null : (
          <SiteLink to={articlePath(story.slug)} suppressHydrationWarning={true}>
            {words.problem.story(story.headline)}
          </SiteLink>
        )}
        <SiteLink to={frontPath} suppressHydrationWarning={true}>
          {words.problem.front}
        </SiteLink>
      </p>
    </main>
  );
}

function tell(
  words: Words["problem"],
  problem: Problem | null,
  locale: string,
): { title: string; hint: string } {
  const { status = 500, detail = "", story, unpublished } = problem ?? {};
  switch (status) {
    case 0:
      return { title: words.offline, hint: words.offlineHint };
    case 404:
      return story === undefined
        ? { title: words.notFound, hint: words.notFoundHint }
        : { title: words.noQuotation, hint: words.noQuotationHint };
    case 410:
      return unpublished === undefined
        ? { title: words.gone, hint: detail }
        : { title: words.unpublished, hint: words.unpublishedOn(formatDay(unpublished.date, locale)) };
    default:
      return status < 500
        ? { title: words.refused, hint: detail }
        : { title: words.broken, hint: words.brokenHint };
  }
}
