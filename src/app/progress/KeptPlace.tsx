import { lazy, Suspense, useEffect, useState } from "react";
import type { Article } from "#model/article.ts";

const PlaceKeeper = lazy(() =>
  import("./PlaceKeeper.tsx").then((module) => ({ default: module.PlaceKeeper })),
);

/**
 * Keeps the reader's place in a story and offers it on return. It waits until
 * the browser has nothing better to do: nobody needs it before they have read.
 *
 * @param linked whether the address points to a quotation, which is where the reader wants to be
 */
export function KeptPlace({ article, linked }: { readonly article: Article; readonly linked: boolean }) {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(() => setIdle(true), 2_000);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(request);
  }, []);
  if (!idle) return null;
  return (
    <Suspense>
      <PlaceKeeper key={article.slug} article={article} linked={linked} />
    </Suspense>
  );
}
