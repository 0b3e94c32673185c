import { describe, expect, test } from "vitest";
import { readHeadLine } from "#newsroom/fields/head-line.ts";

describe("a line that names who wrote, where, for whom and when", () => {
  test.each([
    ["By Ada Berg and Jon Dahl in Halden", "Ada Berg and Jon Dahl", null],
    ["By Ada Berg in Port Ellen and Jon Dahl", "Ada Berg", null],
    ["Von Jürgen Faß in Berlin", "Jürgen Faß", null],
    ["Par Anne Roux à Paris", "Anne Roux", null],
    ["Posted on August 12, 2025 by Ada Berg", "Ada Berg", "2025-08-12"],
    ["Published 12 August 2025 by Ada Berg in Halden", "Ada Berg", "2025-08-12"],
    ["Submitted by Ada Berg on Tue, 12 August 2025", "Ada Berg", "2025-08-12"],
    ["12 August 2025 | By Ada Berg", "Ada Berg", "2025-08-12"],
    ["By Ada Berg on 12 August 2025", "Ada Berg", "2025-08-12"],
    ["By Ada Berg | The Harbour Post | 12 August 2025", "Ada Berg", "2025-08-12"],
    ["By Ada Berg | The Harbour Post", "Ada Berg", null],
    ["By Ada Berg, Tuesday 12 August 2025", "Ada Berg", "2025-08-12"],
    ["ADA BERG FOR THE HARBOUR POST", "ADA BERG", null],
    ["By ADA BERG FOR THE POST", "ADA BERG", null],
    ["By Ada Berg for The Post", "Ada Berg", null],
    ["By Sophie in ’t Veld", "Sophie in ’t Veld", null],
  ])("%s", (line, author, date) => {
    const read = readHeadLine(line, null);
    expect(read?.kind === "byline" ? [read.author, read.date] : [null, null]).toEqual([author, date]);
  });

  test.each([
    "NEW HOPE FOR THE PIER",
    "Posted to the front by her father, she wrote every week",
    "Published by the council, the report runs to ninety pages.",
    "A letter from Halden",
  ])("but not: %s", (line) => {
    expect(readHeadLine(line, null)).toBeNull();
  });
});
