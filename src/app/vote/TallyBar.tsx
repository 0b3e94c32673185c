import { formatPercent } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import { percentOfYes, type Tally } from "#model/vote.ts";
import styles from "./vote.module.css";

/**
 * How everybody answered: both shares with one thin bar between them, and of
 * how many readers. Of a few readers it tells the counts alone, and of one only
 * that there is one, who can see their own answer.
 */
export function TallyBar({ tally }: { readonly tally: Tally }) {
  const { tag, words } = useLocale();
  const { yes, no } = tally;
  const all = yes + no;
  const percent = percentOfYes(tally);
  if (percent === null)
    return (
      <p className={styles.counted} suppressHydrationWarning={true}>
        {all === 0 ? words.vote.nobody : all === 1 ? words.vote.readers(1) : words.vote.few(yes, no)}
      </p>
    );
  return (
    <div className={styles.tally}>
      <span suppressHydrationWarning={true}>{`${words.vote.yes} ${formatPercent(percent / 100, tag)}`}</span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={styles.shareOfNo} width={100} height={4} />
        <rect className={styles.shareOfYes} width={percent} height={4} />
      </svg>
      <span suppressHydrationWarning={true}>
        {`${words.vote.no} ${formatPercent((100 - percent) / 100, tag)}`}
      </span>
      <span className={styles.readers} suppressHydrationWarning={true}>
        {words.vote.readers(all)}
      </span>
    </div>
  );
}
