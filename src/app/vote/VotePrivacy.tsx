import { useReadingWords } from "#app/words/reading-words.ts";
import { forgetPath } from "#model/addresses.ts";
import { useForget } from "./use-forget.ts";
import styles from "./vote.module.css";

/** What becomes of an answer, and the way to have all of one's answers deleted: unfolded, because it cannot be undone. */
export function VotePrivacy({
  slug,
  onForgotten,
}: {
  readonly slug: string;
  readonly onForgotten: (said: string) => void;
}) {
  const words = useReadingWords().votePrivacy;
  const { failed, forget } = useForget(() => onForgotten(words.forgotten));
  return (
    <details className={styles.privacy}>
      <summary>{words.title}</summary>
      <p>{words.kept}</p>
      <button type="submit" formAction={forgetPath} name="slug" value={slug} onClick={forget}>
        {words.forget}
      </button>
      {failed ? <p role="alert">{words.failed}</p> : null}
    </details>
  );
}
