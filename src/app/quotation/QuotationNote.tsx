import { Suspense, useEffect, useId, useLayoutEffect, useRef } from "react";
import { wordsOf } from "#app/article/quotations-in-view.ts";
import type { Choose } from "#app/article/use-lens.ts";
import { ShareQuotation } from "#app/share/ShareQuotation.tsx";
import { isSurelyAttributed, type Voice } from "#app/speaker/voices.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useWords } from "#app/words/words.ts";
import type { Article, Quotation } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";
import { placeBeside } from "./place-beside.ts";
import { Steps } from "./Steps.tsx";
import styles from "./tools.module.css";

/**
 * Who said it, what they said in whole, and the ways onward: to take it along,
 * and to the quotations before and after it. Beside the words on a desktop, a
 * sheet at the thumb on a phone. It stays open while one steps, closes on
 * Escape and on a touch elsewhere, and focus goes back to the quotation.
 */
export function QuotationNote({
  article,
  quotation,
  voice,
  anchor,
  lens,
  choose,
  go,
  close,
}: {
  readonly article: Article;
  readonly quotation: Quotation;
  readonly voice: Voice | null;
  /** What it was opened by: words, control, or name in the margin. */
  readonly anchor: HTMLElement | null;
  readonly lens: ReadonlySet<string>;
  readonly choose: Choose;
  readonly go: (among: readonly Quotation[], index: number) => void;
  readonly close: () => void;
}) {
  const words = useWords();
  const reading = useReadingWords();
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  const { id } = quotation;

  useLayoutEffect(() => {
    const note = box.current;
    if (note === null) return;
    // Only as it opens: who steps inside it keeps the key or the button that they step by.
    if (!note.matches(":popover-open")) {
      note.showPopover?.();
      note.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    }
    const place = (): void => placeBeside(note, wordsAt(anchor, id));
    place();
    // A phone that is turned, a window that grows.
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [anchor, id]);

  useEffect(() => {
    const note = box.current;
    const onToggle = (event: Event): void => {
      if ((event as ToggleEvent).newState !== "closed" || note?.matches(":popover-open")) return;
      // Whoever pressed something else has gone there; the browser itself goes back to where the note was opened.
      if (document.activeElement?.matches("body, [data-q], [data-quotation]")) giveBack(anchor, id);
      close();
    };
    note?.addEventListener("toggle", onToggle);
    return () => note?.removeEventListener("toggle", onToggle);
  });

  const leave = (): void => {
    giveBack(anchor, id);
    close();
  };
  const introduced = voice?.speaker?.introduced ?? null;
  const only = lens.size === 1 && lens.has(voice?.id ?? "");
  return (
    <div
      ref={box}
      className={styles.note}
      popover="auto"
      role="dialog"
      aria-labelledby={title}
      data-voice={voice?.number ?? 0}
    >
      <h2 id={title} tabIndex={-1}>
        {voice?.speaker?.name ?? words.voices.unknown}
      </h2>
      {voice?.speaker?.role ? <p lang={article.inLanguage}>{voice.speaker.role}</p> : null}
      {voice?.speaker === null ? <p>{words.voices.unknownHint}</p> : null}
      <blockquote lang={article.inLanguage} dir="auto">
        {statementOf(article, quotation)
          .text.split("\n")
          .map((paragraph) => (
            <p key={paragraph}>{`“${paragraph}”`}</p>
          ))}
      </blockquote>
      <Suspense>
        <ShareQuotation article={article} quotation={quotation} speaker={voice?.speaker ?? null} />
      </Suspense>
      <div className={styles.steps}>
        <Steps label={reading.quotation.ofVoice} among={voice?.quotations ?? []} at={quotation} go={go} />
        <Steps label={reading.quotation.ofAll} among={article.quotations} at={quotation} go={go} />
      </div>
      <p className={styles.facts}>
        {reading.quotation.quoted(voice?.quotations.length ?? 1)}
        {quotation.attributedBy === "editor" ? ` · ${reading.quotation.byEditor}` : null}
        {isSurelyAttributed(quotation) ? null : ` · ${reading.quotation.unsure}`}
      </p>
      <ul className={styles.links}>
        <li>
          <button type="button" onClick={() => (only ? choose([]) : choose([voice?.id ?? ""]))}>
            {only ? reading.quotation.everyone : reading.quotation.only}
          </button>
        </li>
        {introduced === null ? null : (
          <li>
            <a
              href={`#${introduced.block}`}
              onClick={(event) => {
                event.preventDefault();
                close();
                goToBlock(introduced.block);
              }}
            >
              {reading.quotation.introduced}
            </a>
          </li>
        )}
      </ul>
      <p className={styles.byKeys}>{reading.shortcuts.atNote}</p>
      <button type="button" className={styles.close} aria-label={reading.quotation.close} onClick={leave}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Whether what the note was opened by is this quotation's; after a step it is another's. */
const isOf = ({ dataset }: HTMLElement, quotation: string): boolean =>
  [dataset.q, dataset.cue, dataset.quotation].includes(quotation);

/** The words that the note stands beside: those that were pressed, or the quotation's first. */
function wordsAt(anchor: HTMLElement | null, quotation: string): HTMLElement | null {
  return anchor?.dataset.quotation === quotation ? anchor : wordsOf(quotation);
}

/** Gives focus back to what the note was opened by, or to the quotation that was stepped to since. */
function giveBack(anchor: HTMLElement | null, quotation: string): void {
  const isBack = anchor !== null && anchor.tabIndex >= 0 && isOf(anchor, quotation);
  (isBack ? anchor : wordsOf(quotation))?.focus({ preventScroll: true });
}

/** Goes to the passage that introduces the speaker, with focus on it so that it is read from there. */
function goToBlock(id: string): void {
  const block = document.getElementById(id);
  if (block === null) return;
  block.tabIndex = -1;
  block.scrollIntoView({ block: "center" });
  block.focus({ preventScroll: true });
}
