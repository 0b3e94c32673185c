import { startTransition, useId, useState } from "react";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { useWords } from "#app/words/words.ts";
import styles from "./SettingsButton.module.css";

const SettingsPanel = lazyWithPreload(() =>
  import("./SettingsPanel.tsx").then((module) => module.SettingsPanel),
);

/**
 * Opens the reader's settings. They are fetched when the button is first
 * reached for; from then on the browser itself opens and closes them.
 */
export function SettingsButton() {
  const words = useWords();
  const panel = useId();
  const [wanted, setWanted] = useState(false);
  // As a transition: by then the browser has done with the press, which would close the panel again.
  const open = (): void => startTransition(() => setWanted(true));
  const prepare = (): void => void SettingsPanel.preload().catch(() => undefined);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={words.tools.settings}
        popoverTarget={wanted ? panel : undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={open}
      >
        <span aria-hidden="true" translate="no" suppressHydrationWarning={true}>
          Aa
        </span>
      </button>
      {wanted ? (
        <Optional onError={() => setWanted(false)}>
          <SettingsPanel id={panel} />
        </Optional>
      ) : null}
    </>
  );
}
