import { useEffect, useRef, useState } from "react";
import styles from "./share.module.css";
import { type Toast, toasts } from "./toasts.ts";

/** How long a message stays, in milliseconds; one to copy from stays until the next. */
const stays = 4000;

/**
 * Says what was done, to eyes and ears, and takes no focus. It stands in the top
 * layer, above an open note, and leaves the note open.
 */
export function ToastView({ toast }: { readonly toast: Toast | null }) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const view = box.current;
    if (view === null || toast === null) return;
    // Hidden and shown again, so that it comes above whatever opened since.
    view.hidePopover?.();
    view.showPopover?.();
    // After the live region is there: a region that arrives with its words is not read out.
    const speaking = setTimeout(() => setSaid(toast.message), 50);
    const leaving = toast.text === null ? setTimeout(() => toasts.dismiss(toast.number), stays) : undefined;
    return () => {
      clearTimeout(speaking);
      clearTimeout(leaving);
      view.hidePopover?.();
      setSaid("");
    };
  }, [toast]);

  return (
    <>
      <p role="status" className="vh">
        {said}
      </p>
      <div ref={box} popover="manual" className={styles.toast} data-toast={toast === null ? undefined : ""}>
        <p aria-hidden="true">{toast?.message}</p>
        {toast?.text == null ? null : (
          <textarea readOnly aria-label={toast.message} value={toast.text} rows={3} />
        )}
      </div>
    </>
  );
}
