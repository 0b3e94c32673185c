import { ProblemError } from "#model/problem.ts";
import type { Log } from "#store/store.ts";

/** What a failed statement calls for. */
type Failure =
  /** Somebody else was in the way, or the connection broke: the same again may succeed. */
  | "passing"
  /** The database cannot be reached. */
  | "away"
  /** The database is there but takes no writes: its disk is full, it is read-only, its file is gone. */
  | "unwritable"
  /** Something in the statement's own values, or a bug. */
  | "final";

/**
 * PostgreSQL's classes and codes (appendix A of its manual): 08 connection,
 * 57P01 to 57P05 shutting down or starting up, 53300 too many connections,
 * 25P03 ended while idle; 40001 serialization failure, 40P01 deadlock.
 */
const awayCode =
  /^(08...|57P0[1-5]|53300|25P03|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/;
const passingCode = /^(40001|40P01|57014|55P03)$/;
/** What `pg` says without a code when a connection ends under a query or is not made in time. */
const awayMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed|Postgres connection has been discarded)/;
/** 25006 read-only (a server that was set so, or became a standby), 53100 disk full, 58030 an input or output that failed. */
const unwritableCode = /^(25006|53100|58030)$/;
/** SQLITE_BUSY and SQLITE_LOCKED: another process writes. */
const sqliteBusy = new Set([5, 6]);
/** SQLITE_PERM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: https://sqlite.org/rescode.html. */
const sqliteUnwritable = new Set([3, 8, 10, 11, 13, 14, 26]);

/** The database cannot keep what it is given, for a reason that its own errors do not tell. */
export class Unwritable extends Error {
  override name = "Unwritable";
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return "final";
  if (error instanceof AggregateError) return error.errors.length > 0 ? failureOf(error.errors[0]) : "final";
  if (error instanceof Unwritable) return "unwritable";
  if ("errcode" in error) return sqliteFailureOf(Number(error.errcode) % 256);
  const code = "code" in error ? String(error.code) : "";
  if (passingCode.test(code)) return "passing";
  if (unwritableCode.test(code)) return "unwritable";
  return awayCode.test(code) || awayMessage.test(error.message) ? "away" : "final";
}

function sqliteFailureOf(code: number): Failure {
  if (sqliteBusy.has(code)) return "passing";
  return sqliteUnwritable.has(code) ? "unwritable" : "final";
}

/** What a reader is told while the database is away or crowded. */
export function unavailable(detail = "The database is away for a moment."): ProblemError {
  return new ProblemError(503, "Service Unavailable", detail, 2);
}

/** What a vote for an unknown slug is told. */
export function noSuchStory(slug: string): ProblemError {
  return new ProblemError(404, "Not Found", `There is no story “${slug}”.`);
}

/** PostgreSQL cannot keep U+0000 in a text, so nothing of that name exists. */
const unkeepableCode = /^(22021|22P05)$/;

/** A driver's error as what a caller can act on; a bug stays as it is. */
function asProblem(error: unknown): Error {
  if (!(error instanceof Error) || error instanceof ProblemError) return error as Error;
  if (failureOf(error) !== "final") {
    // Outside it is only told that the database is away; whoever keeps the site running is told why.
    return Object.assign(unavailable(), { message: messageOf(error), cause: error });
  }
  if ("code" in error && unkeepableCode.test(String(error.code))) {
    return new ProblemError(400, "Bad Request", "The request holds a character that cannot be kept.");
  }
  return error;
}

/** Several addresses that were tried in vain are an error without words of its own. */
function messageOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return error.message === "" && first instanceof Error ? first.message : error.message;
}

/** Says why the database failed: once, and again when the reason changes or some seconds have gone by. */
export type TellFailure = (error: Error) => void;

const tellAgainAfter = 10_000;

export function tellFailures(log: Log): TellFailure {
  let told = { message: "", at: Number.NEGATIVE_INFINITY };
  return (error) => {
    const message = messageOf(error);
    const at = performance.now();
    if (message === told.message && at - told.at < tellAgainAfter) return;
    told = { message, at };
    log.warn({ err: error }, `the database fails: ${message}`);
  };
}

/** The same methods, but a database that is away is told, and a ProblemError 503 instead of the driver's own error. */
export function withProblemErrors<Methods extends object>(methods: Methods, tell: TellFailure): Methods {
  const wrapped = (method: (...parameters: readonly unknown[]) => Promise<unknown>) => {
    return (...parameters: readonly unknown[]) =>
      method(...parameters).catch((error: unknown) => {
        const problem = asProblem(error);
        if (problem.cause instanceof Error) tell(problem.cause);
        throw problem;
      });
  };
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, wrapped(method)]),
  ) as Methods;
}
