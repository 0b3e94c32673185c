import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { isUnchanged } from "#model/permalink.ts";
import { type StateOf, savedAsJson, savedAsMarkdown } from "./export-saved.ts";
import { SavedEntry } from "./SavedEntry.tsx";
import styles from "./saved.module.css";
import {
  newestFirst,
  type SavedQuotation,
  savedKey,
  savedQuotations,
  useSavedQuotations,
} from "./saved-quotations.ts";

/** So many are drawn at first, and again whenever more are asked for. */
const batch = 50;

/**
 * What a reader kept on this device, newest first, with what became of the words
 * since. One that is removed leaves its place to the way back, for as long as
 * the page is open.
 */
export function SavedPage() {
  const words = useLocale().words;
  const { saved: own } = useReadingWords();
  const saved = useSavedQuotations();
  const isHydrated = useHydrated();
  const [removed, setRemoved] = useState<readonly SavedQuotation[]>([]);
  const [shown, setShown] = useState(batch);
  const kept = new Set(saved.map(savedKey));
  const entries = [...saved, ...removed.filter((one) => !kept.has(savedKey(one)))].toSorted(newestFirst);

  const remove = (one: SavedQuotation): void => {
    savedQuotations.remove(one);
    setRemoved((before) => [...before.filter((other) => savedKey(other) !== savedKey(one)), one]);
  };
  return (
    <main id="content" className={styles.page}>
      <title>{words.titled(own.title)}</title>
      <h1 tabIndex={-1} suppressHydrationWarning={true}>
        {own.title}
      </h1>
      <p className={styles.hint} suppressHydrationWarning={true}>
        {own.hint}
      </p>
      <noscript>
        <p className={styles.hint}>{own.needsScript}</p>
      </noscript>
      {saved.length === 0 ? null : <Export saved={saved} />}
      {isHydrated && entries.length === 0 ? (
        <div className={styles.empty}>
          <p>{own.empty}</p>
          <p>{own.emptyHint}</p>
        </div>
      ) : null}
      {entries.length === 0 ? null : (
        <ul className={styles.entries}>
          {entries.slice(0, shown).map((one) => (
            <SavedEntry
              key={savedKey(one)}
              saved={one}
              isKept={kept.has(savedKey(one))}
              remove={() => remove(one)}
              restore={() => savedQuotations.keep(one)}
            />
          ))}
        </ul>
      )}
      {shown >= entries.length ? null : (
        <button type="button" className={styles.more} onClick={() => setShown(shown + batch)}>
          {own.more}
        </button>
      )}
    </main>
  );
}

/** How many there are, and the ways to take them elsewhere, as files. */
function Export({ saved }: { readonly saved: readonly SavedQuotation[] }) {
  const { tag, words } = useLocale();
  const reading = useReadingWords();
  const client = useQueryClient();
  const stateOf: StateOf = ({ slug, pieces }) => {
    const known = pieces.flatMap((id) => client.getQueryData(permalinkQuery(slug, id).queryKey) ?? []);
    return (known.find((link) => !isUnchanged(link)) ?? known[0])?.state ?? null;
  };
  return (
    <p className={styles.tools}>
      <span>{words.voices.times(saved.length)}</span>
      <button
        type="button"
        onClick={() => download(savedAsMarkdown(saved, stateOf, reading, tag), "text/markdown", "md")}
      >
        {reading.saved.saveAs("Markdown")}
      </button>
      <button type="button" onClick={() => download(savedAsJson(saved, stateOf), "application/json", "json")}>
        {reading.saved.saveAs("JSON")}
      </button>
    </p>
  );
}

/** Hands the reader a file that was made here. */
function download(text: string, type: string, ending: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `verbatim-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  // The browser reads it while the click is done with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
