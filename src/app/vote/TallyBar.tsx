import { formatPercent } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import type { Tally } from "#model/vote.ts";
import styles from "./vote.module.css";

/** Both shares as one thin bar, in figures at its ends, and in words for those who do not see it. */
export function TallyBar({ tally }: { readonly tally: Tally }) {
  const { tag, words } = useLocale();
  const all = tally.yes + tally.no;
  if (all === 0)
    return (
      <p className={styles.nobody} suppressHydrationWarning={true}>
        {words.vote.nobody}
      </p>
    );
  const share = tally.yes / all;
  // Rounded once: 62.5 % and 37.5 % would else be 63 and 38.
  const percent = Math.round(share * 100) / 100;
  return (
    <div className={styles.tally}>
      <span
        aria-hidden="true"
        suppressHydrationWarning={true}
      >{`${words.vote.yes} ${formatPercent(percent, tag)}`}</span>
      <svg
        viewBox="0 0 1000 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.vote.count(tally.yes, tally.no)}
      >
        <rect className={styles.shareOfNo} width={1000} height={4} />
        <rect className={styles.shareOfYes} width={Math.round(share * 1000)} height={4} />
      </svg>
      <span
        aria-hidden="true"
        suppressHydrationWarning={true}
      >{`${words.vote.no} ${formatPercent(1 - percent, tag)}`}</span>
    </div>
  );
}
