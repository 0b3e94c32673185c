import { useEffect } from "react";
import { AtFoot } from "#app/ui/AtFoot.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import styles from "./tools.module.css";

/** How long it stays, in milliseconds. */
const stays = 8000;

/** One line for a reader who is here for the first time: that the words themselves say whose they are. */
export function Hint({ close }: { readonly close: () => void }) {
  const reading = useReadingWords();
  useEffect(() => {
    const leaving = setTimeout(close, stays);
    return () => clearTimeout(leaving);
  });
  return (
    <AtFoot>
      <p className={styles.hint} role="status">
        {reading.quotation.hint}
      </p>
    </AtFoot>
  );
}
