import { useEffect, useState, useSyncExternalStore } from "react";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import type { Article } from "#model/article.ts";
import { type Passage, selectedPassage } from "./selected-passage.ts";
import { toasts } from "./toasts.ts";
import { useShareStory } from "./use-share-story.ts";

const ShareLayer = lazyWithPreload(() => import("./ShareLayer.tsx").then((module) => module.ShareLayer));

const nothing = (): null => null;

/** Waits for a selection or a message; readers who share nothing pay for one listener. */
export function Sharing({ article }: { readonly article: Article }) {
  const [passage, setPassage] = useState<Passage | null>(null);
  const [used, setUsed] = useState(false);
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current, nothing);
  useShareStory(article);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // While a selection is being drawn it changes many times: the bar comes when it rests.
    const look = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const selected = selectedPassage();
        setPassage(selected);
        if (selected !== null) setUsed(true);
      }, 200);
    };
    document.addEventListener("selectionchange", look);
    // What was selected before this code was here.
    look();
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("selectionchange", look);
    };
  }, []);

  if (!used && toast === null) return null;
  return (
    <Optional>
      <ShareLayer article={article} passage={passage} toast={toast} />
    </Optional>
  );
}
