import type { ReactNode } from "react";
import { formatNumber, formatPercent } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import { unnamedIn } from "./names.ts";
import styles from "./score.module.css";
import type { Voice } from "./voices.ts";

/** One voice of the score: its name, which hears it alone, its line, and when unfolded who it is and its share. */
export function VoiceRow({
  voice,
  lang,
  pressed,
  choose,
  children,
}: {
  readonly voice: Voice;
  /** The story's, BCP 47: names and roles are its words. */
  readonly lang: string;
  readonly pressed: boolean;
  readonly choose: () => void;
  readonly children: ReactNode;
}) {
  const { tag, words } = useLocale();
  const { speaker, quotations, number } = voice;
  const count = quotations.length;
  const name = speaker?.name ?? unnamedIn(lang, words.voices).name;
  const role = speaker?.role ?? null;
  const share = words.voices.share(formatPercent(voice.share, tag));
  return (
    <div className={styles.row} data-voice={number} data-chosen={pressed ? "" : undefined}>
      <button type="button" className={styles.voice} aria-pressed={pressed} title={name} onClick={choose}>
        <span className={styles.name}>
          <span lang={speaker === null ? undefined : lang} suppressHydrationWarning={true}>
            {name}
          </span>
          <small aria-hidden="true" suppressHydrationWarning={true}>
            {formatNumber(count, tag)}
          </small>
        </span>
        <span className="vh" suppressHydrationWarning={true}>
          {[role, words.voices.times(count), share]
            .map((part) => (part === null ? "" : `, ${part}`))
            .join("")}
        </span>
      </button>
      {children}
      <p className={styles.who}>
        {role === null ? null : (
          <span className={styles.role} lang={lang} suppressHydrationWarning={true}>
            {role}
          </span>
        )}
        <svg viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect width={Math.round(voice.share * 1000)} height={4} />
        </svg>
        <small suppressHydrationWarning={true}>{share}</small>
      </p>
    </div>
  );
}
