import { useQuery } from "@tanstack/react-query";
import { ProblemView } from "#app/problem/ProblemView.tsx";
import { useWords } from "#app/words/words.ts";
import { Columns } from "./Columns.tsx";
import { EarlierStories } from "./EarlierStories.tsx";
import styles from "./front.module.css";
import { frontQuery } from "./front-query.ts";
import { Teaser } from "./Teaser.tsx";

/** A newspaper's front: one lead, others in columns, newest first. A story that gives no date may be of any age: it never leads. */
export function FrontPage() {
  const words = useWords();
  const { data, error, refetch } = useQuery(frontQuery());
  if (data === undefined && error !== null) return <ProblemView error={error} retry={refetch} />;
  const stories = data?.articles ?? [];
  const lead = stories.find(({ datePublished }) => datePublished !== null);
  const others = stories.filter((story) => story !== lead);
  return (
    <main id="content" className={styles.page} aria-busy={data === undefined ? true : undefined}>
      <title>{words.frontTitle}</title>
      <h1 className="vh" tabIndex={-1} suppressHydrationWarning={true}>
        {words.front.heading}
      </h1>
      {stories.length === 0 ? <Empty loading={data === undefined} /> : null}
      {lead === undefined ? null : <Teaser story={lead} lead={true} />}
      <Columns stories={others} />
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
