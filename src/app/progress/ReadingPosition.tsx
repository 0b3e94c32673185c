import { useEffect, useState } from "react";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import type { Article } from "#model/article.ts";
import { storedPosition } from "./position.ts";

const PositionKeeper = lazyWithPreload(() =>
  import("./PositionKeeper.tsx").then((module) => module.PositionKeeper),
);

/**
 * Keeps the reader's position in a story and offers it on return. Whoever has
 * not begun to read and never stopped in the middle gets none of its code.
 *
 * @param linked whether the address points to a quotation, which is where the reader wants to be
 */
export function ReadingPosition({
  article,
  linked,
}: {
  readonly article: Article;
  readonly linked: boolean;
}) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = (): void => setWanted(true);
    if (storedPosition(article.slug) !== null) want();
    addEventListener("scroll", want, { once: true, passive: true });
    return () => removeEventListener("scroll", want);
  }, [article.slug]);
  if (!wanted) return null;
  return (
    <Optional>
      <PositionKeeper key={article.slug} article={article} linked={linked} />
    </Optional>
  );
}
