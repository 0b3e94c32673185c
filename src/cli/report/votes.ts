import { percentOfYes } from "#model/vote.ts";
import { wilson } from "#model/wilson.ts";
import type { VoteCount } from "#store/store.ts";

/** One line of the results: what `--json` prints, and the columns of `--csv` in the same order. */
export interface VoteLine {
  readonly slug: string;
  readonly headline: string;
  /** Only where results are asked for by day. */
  readonly day?: string;
  readonly yes: number;
  readonly no: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  /** Only where bursts are asked for. */
  readonly suspicious?: number;
}

export interface ReportOptions {
  readonly perDay: boolean;
  /** Whether to say how many of the answers came in bursts of new readers. */
  readonly suspicious: boolean;
}

/**
 * The results with their share of yes and its interval. Stories come surest
 * first, by the interval's lower end; days stay in their order.
 */
export function voteLines(counts: readonly VoteCount[], options: ReportOptions): readonly VoteLine[] {
  const lines = counts.map(({ slug, headline, day, yes, no, suspicious }) => ({
    slug,
    headline,
    ...(options.perDay && day !== null ? { day } : {}),
    yes,
    no,
    ...wilson(yes, yes + no),
    ...(options.suspicious ? { suspicious } : {}),
  }));
  return options.perDay
    ? lines
    : lines.toSorted((one, other) => other.low - one.low || other.yes + other.no - one.yes - one.no);
}

/** RFC 4180, with a line of column names. */
export function votesAsCsv(lines: readonly VoteLine[], options: ReportOptions): string {
  const columns: readonly (keyof VoteLine)[] = [
    "slug",
    "headline",
    ...(options.perDay ? ["day" as const] : []),
    "yes",
    "no",
    "share",
    "low",
    "high",
    ...(options.suspicious ? ["suspicious" as const] : []),
  ];
  const rows = lines.map((line) => columns.map((column) => csvField(line[column] ?? "")));
  return [columns, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

function csvField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const headlineWidth = 48;

/** A table for people: shares in per cent where there are answers enough for them, long headlines cut. */
export function votesAsTable(lines: readonly VoteLine[], options: ReportOptions): string {
  if (lines.length === 0) return "Nobody has voted yet.\n";
  const head = [
    "story",
    ...(options.perDay ? ["day"] : []),
    "yes",
    "no",
    "share",
    "95 % interval",
    ...(options.suspicious ? ["in bursts"] : []),
  ];
  const rows = lines.map(({ headline, day, yes, no, low, high, suspicious }) => {
    const share = percentOfYes({ yes, no });
    return [
      shortened(headline),
      ...(options.perDay ? [day ?? ""] : []),
      String(yes),
      String(no),
      share === null ? "–" : `${share} %`,
      share === null ? "–" : `${percent(low)} to ${percent(high)} %`,
      ...(options.suspicious ? [String(suspicious ?? 0)] : []),
    ];
  });
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}

const percent = (share: number): string => String(Math.round(share * 100));

const shortened = (headline: string): string =>
  headline.length <= headlineWidth ? headline : `${headline.slice(0, headlineWidth - 1).trimEnd()}…`;
