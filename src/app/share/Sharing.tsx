import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import type { Article } from "#model/article.ts";
import { type Passage, selectedPassage } from "./selected-passage.ts";
import { toasts } from "./toasts.ts";

const ShareLayer = lazy(() => import("./ShareLayer.tsx").then((module) => ({ default: module.ShareLayer })));

const nothing = (): null => null;

/** Waits for a selection or a message; readers who share nothing pay for one listener. */
export function Sharing({ article }: { readonly article: Article }) {
  const [passage, setPassage] = useState<Passage | null>(null);
  const [used, setUsed] = useState(false);
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current, nothing);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // While a selection is being drawn it changes many times: the bar comes when it rests.
    const listen = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const selected = selectedPassage();
        setPassage(selected);
        if (selected !== null) setUsed(true);
      }, 200);
    };
    document.addEventListener("selectionchange", listen);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("selectionchange", listen);
    };
  }, []);

  if (!used && toast === null) return null;
  return (
    <Suspense>
      <ShareLayer article={article} passage={passage} toast={toast} />
    </Suspense>
  );
}
