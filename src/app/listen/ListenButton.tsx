import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { useWords } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import styles from "./ListenButton.module.css";
import { useSpeech } from "./use-speech.ts";

const ListenBar = lazyWithPreload(() => import("./ListenBar.tsx").then((module) => module.ListenBar));

/**
 * “Listen”, among the page's tools, where the browser has a voice for the
 * story; nothing at all where it has none.
 */
export function ListenButton({ article }: { readonly article: Article }) {
  const words = useWords();
  const able = useSpeech(article.inLanguage);
  const [listening, setListening] = useState(false);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  useEffect(() => setTools(document.getElementById("tools")), []);
  if (!able || tools === null) return null;
  const prepare = (): void => void ListenBar.preload().catch(() => undefined);
  return (
    <>
      {createPortal(
        <button
          type="button"
          className={styles.button}
          aria-pressed={listening}
          onPointerEnter={prepare}
          onFocus={prepare}
          onClick={() => setListening(!listening)}
        >
          {words.tools.listen}
        </button>,
        tools,
      )}
      {listening ? (
        <Optional onError={() => setListening(false)}>
          <ListenBar key={article.slug} article={article} stop={() => setListening(false)} />
        </Optional>
      ) : null}
    </>
  );
}
