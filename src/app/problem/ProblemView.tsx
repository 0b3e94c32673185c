import { SiteLink } from "#app/ui/SiteLink.tsx";
import { useWords } from "#app/words/words.ts";
import { frontPath } from "#model/addresses.ts";
import { ProblemError } from "#model/problem.ts";
import styles from "./problem.module.css";

/** A page that says what happened, that nothing is lost, and where to go from here. */
export function ProblemView({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const words = useWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  const status = problem?.status ?? 500;
  const { title, hint } = tell(words.problem, status, problem?.detail ?? "");
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
      <p className={styles.ways}>
        {retry === undefined || status === 404 ? null : (
          <button type="button" onClick={() => retry()} suppressHydrationWarning={true}>
            {words.problem.retry}
          </button>
        )}
        <SiteLink to={frontPath} suppressHydrationWarning={true}>
          {words.problem.front}
        </SiteLink>
      </p>
    </main>
  );
}

function tell(
  words: ReturnType<typeof useWords>["problem"],
  status: number,
  detail: string,
): { title: string; hint: string } {
  switch (status) {
    case 0:
      return { title: words.offline, hint: words.offlineHint };
    case 404:
      return { title: words.notFound, hint: words.notFoundHint };
    case 410:
      return { title: words.gone, hint: detail };
    default:
      return status < 500
        ? { title: words.refused, hint: detail }
        : { title: words.broken, hint: words.brokenHint };
  }
}
