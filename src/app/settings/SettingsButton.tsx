import { Suspense, useId, useState } from "react";
import { late } from "#app/ui/late.ts";
import { useWords } from "#app/words/words.ts";
import styles from "./SettingsButton.module.css";

const loadPanel = () => import("./SettingsPanel.tsx").then((module) => module.SettingsPanel);
const SettingsPanel = late(loadPanel);

/**
 * Opens the reader's settings. They are fetched when the button is first
 * reached for; from then on the browser itself opens and closes them.
 */
export function SettingsButton() {
  const words = useWords();
  const panel = useId();
  const [wanted, setWanted] = useState(false);
  const prepare = (): void => void loadPanel();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={words.tools.settings}
        popoverTarget={wanted ? panel : undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setWanted(true)}
      >
        <span aria-hidden="true">
          A<small>a</small>
        </span>
      </button>
      {wanted ? (
        <Suspense>
          <SettingsPanel id={panel} />
        </Suspense>
      ) : null}
    </>
  );
}
