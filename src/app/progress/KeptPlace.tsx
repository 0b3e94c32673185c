import { Suspense, useEffect, useState } from "react";
import { late } from "#app/ui/late.ts";
import type { Article } from "#model/article.ts";
import { placesKey } from "./places-key.ts";

const PlaceKeeper = late(() => import("./PlaceKeeper.tsx").then((module) => module.PlaceKeeper));

/**
 * Keeps the reader's place in a story and offers it on return. Whoever has not
 * begun to read and never stopped in the middle gets none of it.
 *
 * @param linked whether the address points to a quotation, which is where the reader wants to be
 */
export function KeptPlace({ article, linked }: { readonly article: Article; readonly linked: boolean }) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = (): void => setWanted(true);
    if (mayBeKept(article.slug)) want();
    addEventListener("scroll", want, { once: true, passive: true });
    return () => removeEventListener("scroll", want);
  }, [article.slug]);
  if (!wanted) return null;
  return (
    <Suspense>
      <PlaceKeeper key={article.slug} article={article} linked={linked} />
    </Suspense>
  );
}

/** A look at what is kept, without reading it: the slug occurs in it. */
function mayBeKept(slug: string): boolean {
  try {
    return localStorage.getItem(placesKey)?.includes(JSON.stringify(slug)) ?? false;
  } catch {
    return false;
  }
}
