import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { speak } from "#app/words/LanguageProvider.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { languageFor } from "#model/languages.ts";
import { Choice } from "./Choice.tsx";
import styles from "./SettingsPanel.module.css";
import { SizeChoice } from "./SizeChoice.tsx";
import { type SettingName, settingOptions } from "./settings.ts";
import { createSettingsStore } from "./settings-store.ts";

const store = createSettingsStore();

const choices = [
  "theme",
  "typeface",
  "leading",
  "measure",
  "highlights",
  "motion",
  "language",
] as const satisfies SettingName[];

/**
 * The reader's settings: beside their button on a desktop, within the thumb's
 * reach on a phone, and never over the whole page, because the page behind is
 * what shows what a choice does. The browser closes it on Escape or a touch
 * elsewhere and gives the focus back.
 */
export function SettingsPanel({ id }: { readonly id: string }) {
  const words = useReadingWords().settings;
  const panel = useRef<HTMLDivElement>(null);
  const title = useId();
  const settings = useSyncExternalStore(store.subscribe, store.get);
  const [said, setSaid] = useState("");

  // It is drawn because it was asked for; from then on its button opens it by itself.
  useEffect(() => panel.current?.showPopover?.(), []);

  useEffect(() => {
    const { language } = settings;
    const wanted = language === "system" ? languageFor(navigator.languages) : language;
    if (wanted !== document.documentElement.lang) speak(wanted);
  }, [settings]);

  const choose: typeof store.set = (name, value) => {
    setSaid("");
    store.set(name, value);
  };
  const reset = (): void => {
    store.reset();
    setSaid(words.resetDone);
  };

  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={title}
      tabIndex={-1}
      className={styles.panel}
      onToggle={(event) => {
        if (event.newState === "open") panel.current?.focus();
      }}
    >
      <div className={styles.head}>
        <h2 id={title}>{words.title}</h2>
        <button type="button" className={styles.close} popoverTarget={id} popoverTargetAction="hide">
          {words.close}
        </button>
      </div>
      <SizeChoice words={words.size} value={settings.size} choose={(size) => choose("size", size)} />
      {choices.map((name) => (
        <Choice
          key={name}
          name={name}
          legend={words[name].legend}
          options={settingOptions[name].map((value) => ({
            value,
            label: labelIn(words[name].options, value),
          }))}
          value={settings[name]}
          choose={(value) => choose(name, value)}
        />
      ))}
      <div className={styles.foot}>
        <button type="button" className={styles.reset} onClick={reset}>
          {words.reset}
        </button>
        <span role="status" className={styles.said}>
          {said}
        </span>
      </div>
    </div>
  );
}

function labelIn(labels: Readonly<Record<string, string>>, value: string): string {
  return labels[value] ?? value;
}
