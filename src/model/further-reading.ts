import type { ArticleSummary, Speaker } from "./article.ts";

/** Where a reader may go on to from a story's end. */
export interface FurtherReading {
  /** The stories that follow on the front page, two at most; after its last one it begins anew. */
  readonly next: readonly ArticleSummary[];
  /** Other stories that quote somebody of the same name, those with most names in common first, then the newest. */
  readonly sameNames: readonly SameNames[];
}

/**
 * Another story, and who is quoted there under a name that this story quotes
 * too. A name is not yet a person: roles are as the other story tells them, and
 * nobody is said to be the same.
 */
export interface SameNames {
  readonly article: Pick<ArticleSummary, "slug" | "url" | "headline" | "datePublished" | "inLanguage">;
  readonly speakers: readonly Pick<Speaker, "name" | "role">[];
}
