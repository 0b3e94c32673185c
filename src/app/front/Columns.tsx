import type { ArticleSummary } from "#model/article.ts";
import styles from "./columns.module.css";
import { Teaser } from "./Teaser.tsx";

/** Stories side by side, as many in a row as there is room for. */
export function Columns({ stories }: { readonly stories: readonly ArticleSummary[] }) {
  return (
    <div className={styles.columns}>
      {stories.map((story) => (
        <Teaser key={story.slug} story={story} lead={false} />
      ))}
    </div>
  );
}
