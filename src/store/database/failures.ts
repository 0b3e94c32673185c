import { ProblemError } from "#model/problem.ts";

/** What a failed statement calls for. */
type Failure =
  /** Somebody else was in the way, or the connection broke: the same again may succeed. */
  | "passing"
  /** The database cannot be reached. */
  | "away"
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
/** SQLITE_BUSY and SQLITE_LOCKED: another process writes. */
const sqliteBusy = new Set([5, 6]);

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return "final";
  if (error instanceof AggregateError) return error.errors.length > 0 ? failureOf(error.errors[0]) : "final";
  if ("errcode" in error) return sqliteBusy.has(Number(error.errcode) % 256) ? "passing" : "final";
  const code = "code" in error ? String(error.code) : "";
  if (passingCode.test(code)) return "passing";
  return awayCode.test(code) || awayMessage.test(error.message) ? "away" : "final";
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
  if (failureOf(error) !== "final") return unavailable();
  if ("code" in error && unkeepableCode.test(String(error.code))) {
    return new ProblemError(400, "Bad Request", "The request holds a character that cannot be kept.");
  }
  return error;
}

/** The same methods, but a database that is away is a ProblemError 503 instead of the driver's own error. */
export function withProblemErrors<Methods extends object>(methods: Methods): Methods {
  const wrapped = (method: (...parameters: readonly unknown[]) => Promise<unknown>) => {
    return (...parameters: readonly unknown[]) =>
      method(...parameters).catch((error: unknown) => {
        throw asProblem(error);
      });
  };
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, wrapped(method)]),
  ) as Methods;
}
