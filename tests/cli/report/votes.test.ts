import { describe, expect, test } from "vitest";
import { voteLines, votesAsCsv, votesAsTable } from "#cli/report/votes.ts";
import type { VoteCount } from "#store/store.ts";

const count = (slug: string, yes: number, no: number, rest: Partial<VoteCount> = {}): VoteCount => ({
  slug,
  headline: `The ${slug} story`,
  day: null,
  yes,
  no,
  suspicious: 0,
  ...rest,
});
const plain = { perDay: false, suspicious: false };

describe("the report of votes", () => {
  test("puts the surest story first and the unanswered last", () => {
    const lines = voteLines([count("new", 0, 0), count("small", 3, 1), count("large", 300, 120)], plain);
    expect(lines.map(({ slug }) => slug)).toEqual(["large", "small", "new"]);
  });

  test("has the agreed fields in the agreed order", () => {
    const [line] = voteLines([count("small", 3, 1)], plain);
    expect(Object.keys(line ?? {})).toEqual(["slug", "headline", "yes", "no", "share", "low", "high"]);
    expect(line).toMatchObject({
      share: 0.75,
      low: expect.closeTo(0.3006, 4),
      high: expect.closeTo(0.9544, 4),
    });
  });

  test("is CSV with quotation marks where a headline needs them, and empty where there is no share", () => {
    const lines = voteLines([count("new", 0, 0, { headline: 'He said "no", twice' })], plain);
    expect(votesAsCsv(lines, plain)).toBe(
      'slug,headline,yes,no,share,low,high\r\nnew,"He said ""no"", twice",0,0,,0,1\r\n',
    );
  });

  test("by day keeps the days in order, with bursts apart where asked", () => {
    const days = [
      count("small", 0, 1, { day: "2026-03-04", suspicious: 1 }),
      count("small", 3, 0, { day: "2026-03-05" }),
    ];
    const options = { perDay: true, suspicious: true };
    expect(votesAsCsv(voteLines(days, options), options).split("\r\n")).toEqual([
      "slug,headline,day,yes,no,share,low,high,suspicious",
      expect.stringMatching(/^small,The small story,2026-03-04,0,1,0,0,.*,1$/),
      expect.stringMatching(/^small,The small story,2026-03-05,3,0,1,.*,1,0$/),
      "",
    ]);
  });

  test("is a table that a person reads", () => {
    const long = "A headline that goes on and on until nobody wants to read the rest of it";
    const lines = voteLines([count("large", 300, 120), count("new", 0, 0, { headline: long })], plain);
    expect(votesAsTable(lines, plain)).toBe(
      [
        "story                                             yes   no  share  95 % interval",
        "The large story                                   300  120   71 %     67 to 76 %",
        "A headline that goes on and on until nobody wan…    0    0      –              –",
        "",
      ].join("\n"),
    );
  });

  test("tells no share of fewer than ten answers in the table", () => {
    const lines = voteLines([count("small", 9, 0), count("enough", 9, 1)], plain);
    const cells = votesAsTable(lines, plain)
      .split("\n")
      .map((line) => line.split(/ {2,}/));
    expect(cells).toContainEqual(["The small story", "9", "0", "–", "–"]);
    expect(cells).toContainEqual(["The enough story", "9", "1", "90 %", "60 to 98 %"]);
  });

  test("says of nothing that nobody has voted", () => {
    expect(votesAsTable([], plain)).toBe("Nobody has voted yet.\n");
  });
});
