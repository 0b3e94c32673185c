import { useEffect, useId, useRef } from "react";
import { becameOf } from "#app/quotation/became.ts";
import { Difference } from "#app/quotation/Difference.tsx";
import { formatDay, formatDayHere } from "#app/ui/format.ts";
import { SiteLink } from "#app/ui/SiteLink.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Unpublished } from "#model/problem.ts";
import styles from "./saved.module.css";
import type { SavedQuotation } from "./saved-quotations.ts";
import { type Became, useBecame } from "./use-became.ts";

/** One saved quotation, or the way back to one that was just removed. */
export function SavedEntry({
  saved,
  isKept,
  remove,
  restore,
}: {
  readonly saved: SavedQuotation;
  readonly isKept: boolean;
  readonly remove: () => void;
  readonly restore: () => void;
}) {
  const { saved: words } = useReadingWords();
  const { element, became } = useBecame(saved);
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  const id = useId();

  // The button that was pressed is gone; the focus goes on at the one that undoes it.
  useEffect(() => {
    if (isPressed.current) button.current?.focus();
    isPressed.current = false;
  });
  const press = (done: () => void) => (): void => {
    isPressed.current = true;
    done();
  };
  return (
    <li ref={element} className={styles.entry} data-voice={saved.voice}>
      {isKept ? (
        <>
          <blockquote id={id} lang={saved.inLanguage} dir="auto">
            {saved.text.split("\n").map((paragraph) => (
              <p key={paragraph}>{`“${paragraph}”`}</p>
            ))}
          </blockquote>
          <Source saved={saved} />
          <WhatBecame saved={saved} became={became} />
        </>
      ) : null}
      <p className={styles.facts} role={isKept ? undefined : "status"}>
        {isKept ? <KeptOn instant={saved.savedAt} /> : <span>{words.removed}</span>}
        <button
          key={isKept ? "remove" : "undo"}
          ref={button}
          type="button"
          aria-describedby={isKept ? id : undefined}
          onClick={press(isKept ? remove : restore)}
        >
          {isKept ? words.remove : words.undo}
        </button>
      </p>
    </li>
  );
}

/** Who said it, and where: the way to the words in their story. */
function Source({ saved }: { readonly saved: SavedQuotation }) {
  const { tag, words } = useLocale();
  const { speaker, publisher, datePublished, inLanguage } = saved;
  return (
    <>
      <p className={styles.who}>
        <b dir="auto">{speaker?.name ?? words.voices.unknown}</b>
        {speaker?.role == null ? null : (
          <span lang={inLanguage} dir="auto">
            {speaker.role}
          </span>
        )}
      </p>
      <p className={styles.from}>
        <cite lang={inLanguage} dir="auto">
          <SiteLink to={quotationPath(saved.slug, saved.id)}>{saved.headline}</SiteLink>
        </cite>
        {publisher === null ? null : <span dir="auto">{publisher}</span>}
        {datePublished === null ? null : (
          <time dateTime={datePublished} dir="auto">
            {formatDay(datePublished, tag)}
          </time>
        )}
      </p>
    </>
  );
}

function KeptOn({ instant }: { readonly instant: string }) {
  const { tag } = useLocale();
  const { saved: words } = useReadingWords();
  return <time dateTime={instant}>{words.keptOn(formatDayHere(instant, tag))}</time>;
}

/** Nothing, as long as the words stand as they were kept. */
function WhatBecame({ saved, became }: { readonly saved: SavedQuotation; readonly became: Became }) {
  const locale = useLocale();
  const reading = useReadingWords();
  const { changed, isGone, unpublished } = became;
  if (unpublished !== null) return <TakenOff unpublished={unpublished} />;
  if (changed === null) return isGone ? <p className={styles.became}>{reading.saved.gone}</p> : null;
  const name = changed.speaker?.name ?? locale.words.voices.unknown;
  return (
    <div className={styles.became} data-state={changed.state}>
      <p>{becameOf(changed, name, saved.savedAt, { ...locale, reading })}</p>
      {changed.diff === null ? null : <Difference lang={saved.inLanguage} parts={changed.diff} />}
    </div>
  );
}

/** That the story is off, why, and that what was kept stays. */
function TakenOff({ unpublished: { date, reason } }: { readonly unpublished: Unpublished }) {
  const { tag } = useLocale();
  const { saved: words } = useReadingWords();
  return (
    <div className={styles.became}>
      <p>{words.unpublishedOn(formatDay(date, tag))}</p>
      {reason === null ? null : <p dir="auto">{reason}</p>}
    </div>
  );
}
