import { useQuery } from "@tanstack/react-query";
import { ProblemView } from "#app/problem/ProblemView.tsx";
import { useWords } from "#app/words/words.ts";
import { EarlierStories } from "./EarlierStories.tsx";
import styles from "./front.module.css";
import { frontQuery } from "./front-query.ts";
import { Teaser } from "./Teaser.tsx";

/** A newspaper's front: one lead, others in columns, newest first. */
export function FrontPage() {
  const words = useWords();
  const { data, error, refetch } = useQuery(frontQuery());
  if (data === undefined && error !== null) return <ProblemView error={error} retry={refetch} />;
  const [lead, ...others] = data?.articles ?? [];
  return (
    <main id="content" className={styles.page} aria-busy={data === undefined ? true : undefined}>
      <title>{words.frontTitle}</title>
      <h1 className="vh" tabIndex={-1} suppressHydrationWarning={true}>
        {words.front.heading}
      </h1>
      {lead === undefined ? (
        <Empty loading={data === undefined} />
      ) : (
        <>
          <Teaser story={lead} lead={true} />
          <div className={styles.columns}>
            {others.map((story) => (
              <Teaser key={story.slug} story={story} lead={false} />
            ))}
          </div>
        </>
      )}
      {data == null || data.next === null ? null : <EarlierStories key={data.next} cursor={data.next} />}
    </main>
  );
}

function Empty({ loading }: { readonly loading: boolean }) {
  const words = useWords();
  if (loading)
    return (
      <div className={styles.skeleton} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    );
  return (
    <div className={styles.empty}>
      <p suppressHydrationWarning={true}>{words.front.empty}</p>
      <p suppressHydrationWarning={true}>{words.front.emptyHint}</p>
    </div>
  );
}
