import type { DiffPart } from "#model/permalink.ts";
import styles from "./permalink.module.css";

/** The change from the old words to the new, as editors mark it. */
export function Difference({
  lang,
  parts,
}: {
  /** The story's, BCP 47. */
  readonly lang: string;
  readonly parts: readonly DiffPart[];
}) {
  let at = 0;
  return (
    <p className={styles.difference} lang={lang} dir="auto">
      {parts.map(({ op, text }) => {
        const key = `${op}${at}`;
        at += text.length;
        if (op === "insert") return <ins key={key}>{text}</ins>;
        if (op === "delete") return <del key={key}>{text}</del>;
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
