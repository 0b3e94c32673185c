import { Suspense, useEffect, useId, useLayoutEffect, useRef } from "react";
import type { Choose } from "#app/article/use-lens.ts";
import { ShareQuotation } from "#app/share/ShareQuotation.tsx";
import type { Voice } from "#app/speaker/voices.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useWords } from "#app/words/words.ts";
import { quotationElementId } from "#model/addresses.ts";
import type { Article, Quotation } from "#model/article.ts";
import { placeBeside } from "./place-beside.ts";
import styles from "./tools.module.css";

/**
 * Who said it: name, role, how often they are quoted, the ways onward. Beside
 * the words on a desktop, a sheet at the thumb on a phone. It closes on Escape
 * and on a touch elsewhere, and focus goes back where it came from.
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
    note.showPopover?.();
    if (anchor !== null) placeBeside(note, anchor, document.getElementById(quotationElementId(id)));
    note.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }, [anchor, id]);

  useEffect(() => {
    const note = box.current;
    const onToggle = (event: Event): void => {
      if ((event as ToggleEvent).newState === "closed") close();
    };
    note?.addEventListener("toggle", onToggle);
    return () => note?.removeEventListener("toggle", onToggle);
  });

  const own = voice?.quotations ?? [];
  const at = own.indexOf(quotation);
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
      <p className={styles.facts}>
        {reading.quotation.quoted(own.length)}
        {quotation.attributedBy === "editor" ? ` · ${reading.quotation.byEditor}` : null}
        {quotation.attributedBy === "engine" && quotation.confidence < 0.6
          ? ` · ${reading.quotation.unsure}`
          : null}
      </p>
      <div className={styles.ways}>
        {own.length < 2 ? null : (
          <>
            <button type="button" aria-label={reading.quotation.previous} onClick={() => go(own, at - 1)}>
              <Icon name="up" />
            </button>
            <span>{reading.quotation.position(at + 1, own.length)}</span>
            <button type="button" aria-label={reading.quotation.next} onClick={() => go(own, at + 1)}>
              <Icon name="down" />
            </button>
          </>
        )}
        <button
          type="button"
          className={styles.quiet}
          onClick={() => (only ? choose([]) : choose([voice?.id ?? ""]))}
        >
          {only ? reading.quotation.everyone : reading.quotation.only}
        </button>
      </div>
      <ul className={styles.links}>
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
      <Suspense>
        <ShareQuotation article={article} quotation={quotation} speaker={voice?.speaker ?? null} />
      </Suspense>
      <button type="button" className={styles.close} aria-label={reading.quotation.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Goes to the passage that introduces the speaker, with focus on it so that it is read from there. */
function goToBlock(id: string): void {
  const block = document.getElementById(id);
  if (block === null) return;
  block.tabIndex = -1;
  block.scrollIntoView({ block: "center" });
  block.focus({ preventScroll: true });
}
