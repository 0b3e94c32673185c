import type { Generated, Kysely } from "kysely";

/**
 * The tables, the same on both databases. Documents are JSON in text columns;
 * instants are ISO 8601 text where they are only shown, and milliseconds since
 * 1970 where they are compared.
 */
export interface Schema {
  article: ArticleTable;
  revision: RevisionTable;
  permalink: PermalinkTable;
  source: SourceTable;
  quoted_name: QuotedNameTable;
  correction: CorrectionTable;
  vote: VoteTable;
  tally: TallyTable;
  forgotten_reader: ForgottenReaderTable;
  taken_off: TakenOffTable;
  /** One row; see content-version.ts. */
  content_version: { number: number };
  /** One row: 1 until the samples are all there, or anything of the publisher's is; see publication-store.ts. */
  first_start: { samples_welcome: number };
  /** Kysely's own record of what has been applied. */
  kysely_migration: { name: string; timestamp: string };
}

/** One row a story: what a list needs, so that a list never opens a story. */
interface ArticleTable {
  id: Generated<number>;
  slug: string;
  headline: string;
  /** The number of its current revision. */
  revision: number;
  /** When it counts as published: what "newest first" sorts by. */
  published_at: number;
  /** When its first revision came in. */
  created_at: number;
  /** An ArticleSummary without its address. */
  summary: string;
  /** 1 for a story that came with the first start. */
  sample: Generated<number>;
  /** When it was taken off, in milliseconds since 1970; null while readers may see it. */
  unpublished_at: number | null;
  /** Why, in its publisher's words; null where they gave no reason. */
  unpublished_why: string | null;
}

/** Every wording that ever came in. */
interface RevisionTable {
  article_id: number;
  number: number;
  /** An Article without its address. */
  document: string;
  /** A SourceText. */
  source: string;
  /** A RevisionChange. */
  change: string;
}

/** Every wording of a quotation that was ever published. */
interface PermalinkTable {
  article_id: number;
  id: string;
  /** Its place in the draft that brought it, so that it is read back in that order. */
  position: number;
  /** A Permalink. */
  document: string;
}

/** The paths and URLs that stories came in as. */
interface SourceTable {
  source: string;
  article_id: number;
}

/** Under which full names the current revision of a story quotes people. */
interface QuotedNameTable {
  name: string;
  /** As the story's row has it: the newest under a name stand together. */
  published_at: number;
  article_id: number;
}

/** Which addresses were taken off, for the devices that keep stories: unpublished or deleted, the last time each. */
interface TakenOffTable {
  /** A digest of the slug: what is deleted is not told of in words. */
  digest: string;
  taken_off_at: number;
}

interface CorrectionTable {
  article_id: number;
  number: number;
  /** A Decision. */
  decision: string;
  wording: string | null;
  made_at: string;
  origin: "editor" | "front-matter";
  /** 1 when taken back; the row stays so that its number is never used again. */
  undone: number;
}

/** One row a reader and story: a fact, and the only place where votes are kept. */
interface VoteTable {
  reader: string;
  article_id: number;
  /** 1 yes, 0 no; null only inside the transaction that withdraws it. */
  enjoyed: number | null;
  /** `enjoyed` before the row's last change: tells the change's own transaction what to take off the tally. */
  was: number | null;
  suspicious: number;
  voted_at: number;
}

/** Who asked to be forgotten a while ago, for votes of theirs that are still on their way; see forget-reader.ts. */
interface ForgottenReaderTable {
  reader: string;
  forgotten_at: number;
}

/** The votes of a story, added up as they were committed, in shards; see commit-votes.ts. */
interface TallyTable {
  article_id: number;
  shard: number;
  yes: number;
  no: number;
  suspicious: number;
}

/** An open database. */
export type Database = SqliteDatabase | PostgresDatabase;

export interface SqliteDatabase extends Queries {
  readonly kind: "sqlite";
  /**
   * Runs a statement at once, in whatever transaction is open. Only for whoever holds that
   * transaction: a promise a statement costs as much as the statement.
   */
  readonly run: <Row>(text: string, parameters: readonly unknown[]) => readonly Row[];
  /** Throws when the disk has no room left for a full batch of votes. */
  readonly assertRoom: () => void;
}

export interface PostgresDatabase extends Queries {
  readonly kind: "postgres";
}

interface Queries {
  readonly db: Kysely<Schema>;
  /** The same database for migrations and reports, which may take as long as they need. */
  readonly reportDb: Kysely<Schema>;
}
