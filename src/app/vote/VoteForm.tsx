import { type MouseEventHandler, useRef } from "react";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { useWords } from "#app/words/words.ts";
import { votePath } from "#model/addresses.ts";
import type { VoteState } from "#model/vote.ts";
import { TallyBar } from "./TallyBar.tsx";
import styles from "./vote.module.css";

const VotePrivacy = lazyWithPreload(() => import("./VotePrivacy.tsx").then((module) => module.VotePrivacy));

/**
 * The vote as a native form: question, two answers, and after an answer the
 * tally with the way to change it or take it back. The room for what comes
 * after the answer is there from the start, so that nothing moves.
 */
export function VoteForm({
  slug,
  label,
  state,
  pressable,
  said,
  notice,
  onClick,
  onForgotten,
}: {
  readonly slug: string;
  /** The id of the question, unique on the page. */
  readonly label: string;
  /** Null while it is not known. */
  readonly state: VoteState | null;
  /** Whether the answers act as toggles, which takes JavaScript. */
  readonly pressable: boolean;
  /** What the reader just answered, for those who do not see it. */
  readonly said: string;
  /** What everybody should know of the answer's way; null when all is well. */
  readonly notice: string | null;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
  /** Somebody seems about to answer. */
  /** All of the reader's votes were deleted; what to say of it. */
  readonly onForgotten: (said: string) => void;
}) {
  const words = useWords().vote;
  const group = useRef<HTMLDivElement>(null);
  const mine = state?.mine ?? null;
  const button = (value: "yes" | "no") => (
    <button
      className={styles.answer}
      name="enjoyed"
      value={value}
      type="submit"
      aria-pressed={pressable ? mine === value : undefined}
      onClick={onClick}
      suppressHydrationWarning={true}
    >
      {words[value]}
    </button>
  );
  // What was pressed goes with the answer; focus stays with the question.
  const keepFocus = (): void => group.current?.querySelector("button")?.focus();
  const withdraw: MouseEventHandler<HTMLButtonElement> = (event) => {
    onClick(event);
    if (event.defaultPrevented) keepFocus();
  };
  return (
    <form className={styles.vote} method="post" action={votePath(slug)} data-answered={mine ?? undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a line with its answers */}
      <div role="group" aria-labelledby={label} className={styles.question} ref={group}>
        <p id={label} suppressHydrationWarning={true}>
          {words.question}
        </p>
        <div className={styles.answers}>
          {button("yes")}
          {button("no")}
        </div>
      </div>
      <div className={styles.after}>
        {state === null || mine === null ? null : (
          <>
            <TallyBar tally={state.tally} />
            <div className={styles.said}>
              <p suppressHydrationWarning={true}>{mine === "yes" ? words.saidYes : words.saidNo}</p>
              <button
                name="enjoyed"
                value="withdraw"
                type="submit"
                onClick={withdraw}
                suppressHydrationWarning={true}
              >
                {words.withdraw}
              </button>
              <Optional>
                <VotePrivacy
                  slug={slug}
                  onForgotten={(told) => {
                    onForgotten(told);
                    keepFocus();
                  }}
                />
              </Optional>
            </div>
          </>
        )}
        <p role="status" className={notice === null ? "vh" : styles.status}>
          {notice ?? said}
        </p>
      </div>
    </form>
  );
}
