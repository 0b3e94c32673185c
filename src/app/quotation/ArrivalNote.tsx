import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import type { Article } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";

const PermalinkNote = lazyWithPreload(() =>
  import("./PermalinkNote.tsx").then((module) => module.PermalinkNote),
);

/** Fetches the note's code ahead of an address that needs it. */
export const preloadArrivalNote = PermalinkNote.preload;

/**
 * The PermalinkNote, as the server draws it; its code comes only where React
 * must draw it (at an old `#q-ID`, and on the way within the site): 1 kB of
 * what every reader would fetch.
 */
export function ArrivalNote(props: { readonly article: Article; readonly permalink: Permalink }) {
  return (
    <Optional>
      <PermalinkNote {...props} />
    </Optional>
  );
}
