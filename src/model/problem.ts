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
  /** That what was asked for belongs to a story that is off, since when and why. */
  readonly unpublished?: Unpublished;
}

/** A story that its publisher took off: nobody but them sees it, until they bring it back. */
export interface Unpublished {
  /** ISO 8601, an instant. */
  readonly date: string;
  /** In the publisher's own words; null where they gave none. */
  readonly reason: string | null;
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
    more: Pick<Problem, "story" | "unpublished"> = {},
  ) {
    super(detail);
    this.name = "ProblemError";
    this.problem = { type: "about:blank", title, status, detail, ...more };
    this.retryAfter = retryAfter;
  }

  /** The error that a problem told of. */
  static from({ status, title, detail, story, unpublished }: Problem, retryAfter: number | null = null) {
    return new ProblemError(status, title, detail, retryAfter, {
      ...(story === undefined ? {} : { story }),
      ...(unpublished === undefined ? {} : { unpublished }),
    });
  }
}

/** Whether what was asked for is not here any more, or never was. */
export const isGone = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 410);
