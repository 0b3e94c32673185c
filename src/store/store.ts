import type { Article, ArticlePage } from "#model/article.ts";
import type { Correction } from "#model/correction.ts";
import type { FurtherReading } from "#model/further-reading.ts";
import type { Permalink } from "#model/permalink.ts";
import type { Unpublished } from "#model/problem.ts";
import type { RevisionChange } from "#model/revision.ts";
import type { TakenOff } from "#model/taken-off.ts";
import type { Answer, VoteState } from "#model/vote.ts";

/** Everything Verbatim keeps: the same promises on SQLite and on PostgreSQL. */
export interface Store {
  readonly articles: ArticleStore;
  readonly publication: PublicationStore;
  readonly corrections: CorrectionStore;
  readonly votes: VoteStore;
  /** Resolves when the database is reachable and its migrations are applied; rejects with the reason otherwise. */
  ready(): Promise<void>;
  /** Finishes what was accepted, then lets go of the database. */
  close(): Promise<void>;
}

/** Where the store says what it survived; a pino logger is one. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** A story that is off is in no list; whatever asks for it by its slug is a ProblemError 410 with the reason. */
export interface ArticleStore {
  /** Newest first. A cursor that this store did not make is a ProblemError 400. */
  list(page: { readonly limit: number; readonly cursor: string | null }): Promise<ArticlePage>;
  /** The current revision. */
  find(slug: string): Promise<Article | null>;
  /** What became of a wording; null for an id that was never published. */
  permalink(slug: string, id: string): Promise<Permalink | null>;
  /** What each revision did to the published quotations, newest first; nothing for a new slug. */
  changes(slug: string, whose?: "readers" | "publisher"): Promise<readonly RevisionChange[]>;
  /** Where a reader may go on to; null for a new slug. */
  further(slug: string): Promise<FurtherReading | null>;
  /** All that the next revision is compared with, of a story that is off too; null for a new slug. */
  published(slug: string): Promise<Published | null>;
  /**
   * A number that grows with every save, by whichever server or command: while it
   * is the same, everything that was read after it is too.
   */
  version(): Promise<number>;
  /** The article that a path or URL came in as before. */
  slugOfSource(source: string): Promise<string | null>;
  /** Keeps a revision in one transaction: wholly or not at all. A revision that is not the next one is a RevisionConflict. */
  save(draft: RevisionDraft): Promise<Article>;
}

/** What a publisher shows and takes off. An unknown slug is a ProblemError 404. */
export interface PublicationStore {
  /**
   * Takes a story off. What comes in of it is kept, and it stays off. Again for one that is off, it gives another
   * reason where there is one, and is off since the first time. Resolves with what readers are told.
   */
  unpublish(slug: string, reason: string | null): Promise<Unpublished>;
  /** Brings a story back with all that it had; false for one that was not off. */
  publish(slug: string): Promise<boolean>;
  /** Deletes a story with its votes, for good. Resolves with the addresses of its pictures that no other story has. */
  delete(slug: string): Promise<readonly string[]>;
  /** The slugs of the stories that came with the first start, unless they became the publisher's. */
  samples(): Promise<readonly string[]>;
  /** Whether samples may still come: nothing of the publisher's ever came, and the samples are not all there. */
  areSamplesWelcome(): Promise<boolean>;
  refuseSamples(): Promise<void>;
  /** What was taken off in the last three months, oldest first. */
  takenOff(): Promise<readonly TakenOff[]>;
}

/** Somebody else saved this revision number first; compare with theirs and try again. */
export class RevisionConflict extends Error {
  override name = "RevisionConflict";
}

/** What came in, kept so that the engine can read it again after a correction or an upgrade. */
export interface SourceText {
  /** The path or URL it came from; null for standard input. */
  readonly source: string | null;
  readonly format: "text" | "markdown" | "html";
  readonly text: string;
  /** Fields that the command line gave, by name; they win over the text's own. */
  readonly overrides: Readonly<Record<string, string>>;
}

export interface Published {
  readonly article: Article;
  readonly sourceText: SourceText;
  /** Every wording ever published under this slug, with its state after the current revision. */
  readonly permalinks: readonly Permalink[];
  readonly isSample: boolean;
  /** Since when and why the story is off; null where it is not. */
  readonly unpublished: Unpublished | null;
}

export interface RevisionDraft {
  /** Complete but for its address, which the store knows. */
  readonly article: Omit<Article, "url">;
  readonly sourceText: SourceText;
  /** Every wording ever published, with its state after this revision. */
  readonly permalinks: readonly Permalink[];
  readonly change: RevisionChange;
  /** Whether it is a story of the first start's and not the publisher's. */
  readonly isSample: boolean;
}

export interface CorrectionStore {
  /** In the order they were made; undone ones are left out. */
  list(slug: string): Promise<readonly Correction[]>;
  add(slug: string, correction: Omit<Correction, "number">): Promise<Correction>;
  /** False when there is none of that number. */
  undo(slug: string, number: number): Promise<boolean>;
}

export interface VoteStore {
  /** The tally, and this reader's answer. */
  state(slug: string, reader: string | null): Promise<VoteState>;
  /**
   * Casts, changes or withdraws (answer null); resolves only once the vote is
   * durable. ProblemError 404 for an unknown slug, 410 for a story that is off, 503 with `retryAfter` when
   * the queue is full or the database away. A vote by the key of a forgotten reader changes nothing: its `mine` is null.
   */
  cast(vote: Cast): Promise<VoteState>;
  /** Deletes every vote of a reader; what comes by their key later changes nothing. */
  forget(reader: string): Promise<void>;
  /** One row a story, or a story and day; suspicious bursts counted apart. */
  results(query: { readonly slug: string | null; readonly perDay: boolean }): Promise<readonly VoteCount[]>;
}

export interface Cast {
  readonly slug: string;
  /** The reader's id, as signed in the cookie: opaque here. */
  readonly reader: string;
  readonly answer: Answer | null;
  /** Part of a burst of new readers from one address: counted, but apart. */
  readonly suspicious: boolean;
  /**
   * Whether an Idempotency-Key alone names the reader: a first vote, or one sent again, which after they
   * were forgotten no longer counts. False unless given.
   */
  readonly byKey?: boolean;
}

/** A vote, and when it came in (milliseconds since 1970). */
export interface TimedCast extends Cast {
  readonly at: number;
}

export interface VoteCount {
  readonly slug: string;
  readonly headline: string;
  /** ISO 8601 day; null when counted over all days. */
  readonly day: string | null;
  readonly yes: number;
  readonly no: number;
  /** How many of them came in bursts. */
  readonly suspicious: number;
}
