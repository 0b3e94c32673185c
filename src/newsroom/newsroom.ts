import type { Article } from "#model/article.ts";
import type { Decision } from "#model/correction.ts";
import type { Permalink } from "#model/permalink.ts";
import type { Unpublished } from "#model/problem.ts";
import type { RevisionChange } from "#model/revision.ts";
import type { SourceText, Store } from "#store/store.ts";
import type { StoredPicture } from "./pictures/store-picture.ts";
import type { Readers } from "./reading/open-readers.ts";

/** What the newsroom works with. */
export interface Newsroom {
  readonly store: Pick<Store, "articles" | "corrections">;
  readonly readers: Readers;
  /** The clock: ISO 8601 instants. */
  readonly now: () => string;
  /** Compares and reports, and keeps nothing. */
  readonly dryRun: boolean;
  /** Whether what comes in are the first start's samples, which nobody counts as the publisher's. */
  readonly areSamples?: true;
}

/** A decoded source on its way in. */
export interface Incoming {
  readonly sourceText: SourceText;
  /** The slug that the command line asks for. */
  readonly slug: string | null;
  /** The picture that the command line gives; it wins over the story's own. */
  readonly picture: StoredPicture | null;
  /** Finds and keeps the picture that a story names; null when there is none to keep. Rejects with Unreadable. */
  readonly pictureOf: (src: string) => Promise<StoredPicture | null>;
}

/** What became of one source. */
export interface Ingested {
  readonly status: "created" | "revised" | "unchanged";
  readonly article: Omit<Article, "url">;
  /** What the revision did to published quotations; null when nothing changed. */
  readonly change: RevisionChange | null;
  readonly permalinks: readonly Permalink[];
  /** Corrections of the story's front matter that fit nothing in it: a slip of the pen, mostly. */
  readonly unused: readonly Decision[];
  /** What its owner should know of how the story was read: one line each. */
  readonly warnings: readonly string[];
  /** Since when and why the story is off: what came in is kept, and it stays off. Null where readers see it. */
  readonly unpublished: Unpublished | null;
}
