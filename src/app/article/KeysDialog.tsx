import { useEffect, useRef, useState } from "react";
import { useReadingWords } from "#app/words/reading-words.ts";
import styles from "./keys.module.css";

/** The list of keys, and the switch that turns them off. */
export function KeysDialog({ close }: { readonly close: () => void }) {
  const reading = useReadingWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [off, setOff] = useState(document.documentElement.dataset.keys === "off");
  useEffect(() => dialog.current?.showModal?.(), []);
  const keys = [
    ["j", reading.shortcuts.next],
    ["k", reading.shortcuts.previous],
    ["J", reading.shortcuts.nextOfVoice],
    ["K", reading.shortcuts.previousOfVoice],
    ["Enter", reading.shortcuts.note],
    ["c", reading.shortcuts.copy],
    ["s", reading.shortcuts.share],
    ["b", reading.shortcuts.keep],
    ["?", reading.shortcuts.help],
  ];
  const toggle = (): void => {
    document.documentElement.dataset.keys = off ? "on" : "off";
    setOff(!off);
  };
  return (
    <dialog ref={dialog} className={styles.keys} onClose={close} aria-label={reading.shortcuts.title}>
      <h2>{reading.shortcuts.title}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.ways}>
        <button type="button" onClick={toggle}>
          {off ? reading.shortcuts.on : reading.shortcuts.off}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {reading.quotation.close}
        </button>
      </div>
    </dialog>
  );
}
