import { useEffect, useRef, useState } from "react";
import styles from "#app/quotation/tools.module.css";
import { useWords } from "#app/words/words.ts";

/** The list of keys, and the switch that turns them off. */
export function KeysDialog({ close }: { readonly close: () => void }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [off, setOff] = useState(document.documentElement.dataset.keys === "off");
  useEffect(() => dialog.current?.showModal?.(), []);
  const keys = [
    ["j", words.shortcuts.next],
    ["k", words.shortcuts.previous],
    ["J", words.shortcuts.nextOfVoice],
    ["K", words.shortcuts.previousOfVoice],
    ["?", words.shortcuts.help],
  ];
  const toggle = (): void => {
    document.documentElement.dataset.keys = off ? "on" : "off";
    setOff(!off);
  };
  return (
    <dialog ref={dialog} className={styles.keys} onClose={close} aria-label={words.shortcuts.title}>
      <h2>{words.shortcuts.title}</h2>
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
        <button type="button" className={styles.quiet} onClick={toggle}>
          {off ? words.shortcuts.on : words.shortcuts.off}
        </button>
        <button type="button" className={styles.quiet} onClick={() => dialog.current?.close()}>
          {words.quotation.close}
        </button>
      </div>
    </dialog>
  );
}
