/** An error as RFC 9457 tells it: `application/problem+json`. */
export interface Problem {
  /** "about:blank" unless the problem has a page of its own. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What happened this time, in words that help. */
  readonly detail: string;
  readonly instance?: string;
  /** The story to which what was asked for would belong. */
  readonly story?: { readonly slug: string; readonly headline: string };
}

/** The one error class that carries an HTTP status; everything else thrown is a bug. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Seconds, for `Retry-After` on 429 and 503. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    title: string,
    detail: string,
    retryAfter: number | null = null,
    story?: Problem["story"],
  ) {
    super(detail);
    this.name = "ProblemError";
    this.problem = { type: "about:blank", title, status, detail, ...(story === undefined ? {} : { story }) };
    this.retryAfter = retryAfter;
  }

  /** The error that a problem told of. */
  static from({ status, title, detail, story }: Problem): ProblemError {
    return new ProblemError(status, title, detail, null, story);
  }
}
