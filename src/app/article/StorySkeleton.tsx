import { useWords } from "#app/words/words.ts";
import styles from "./story.module.css";

const lines = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

/** A story before it has come: the same measures, no words yet. */
export function StorySkeleton() {
  const words = useWords();
  return (
    <main id="content" className={styles.page} aria-busy="true">
      <p className="vh" role="status">
        {words.loading}
      </p>
      <div className={styles.skeleton} aria-hidden="true">
        <span data-part="headline" />
        <span data-part="headline" />
        <span data-part="standfirst" />
        {lines.map((line) => (
          <span key={line} />
        ))}
      </div>
    </main>
  );
}
