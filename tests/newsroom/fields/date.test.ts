import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDateLine, readDateValue } from "#newsroom/fields/date.ts";

describe("a line that is a date", () => {
  test.each([
    ["12 Jul 18", null, "2018-07-12"],
    ["July 12, 2018", null, "2018-07-12"],
    ["2018-07-12", null, "2018-07-12"],
    ["12th July, 2018", null, "2018-07-12"],
    ["Thursday 12 July 2018, 10:15 BST", null, "2018-07-12T10:15:00+01:00"],
    ["Published: 12 July 2018 | 10:15", null, "2018-07-12"],
    ["July 12, 2018, 10:15 a.m. EDT", null, "2018-07-12T10:15:00-04:00"],
    ["12/07/2018", "en-GB", "2018-07-12"],
    ["12/07/2018", "en-US", "2018-12-07"],
    ["12/07/2018", null, "2018-07-12"],
    ["12. Juli 2018", "de", "2018-07-12"],
    ["12 juillet 2018", null, "2018-07-12"],
  ])("%s (%s) is %s", (line, lang, date) => {
    expect(readDateLine(line, lang)?.date).toBe(date);
  });

  test.each([
    "In July 2018 the council met.",
    "On 12 July 2018 the council met",
    "12 July",
    "May was here",
    "2018",
    "The vote is on Thursday",
    "10 to 12 July 2018",
  ])("not: %s", (line) => {
    expect(readDateLine(line, null)).toBeNull();
  });

  test.each([
    ["2018-07-12T10:15:00.000Z", "2018-07-12T10:15:00Z"],
    ["2018-07-12T10:15:00+0100", "2018-07-12T10:15:00+01:00"],
    ["2018-07-12 10:15:00", "2018-07-12"],
    ["2018-07-12T10:15:00Z", "2018-07-12T10:15:00Z"],
    ["2018-07-12T10:15-00:30", "2018-07-12T10:15:00-00:30"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"],
    ["2024-02-29", "2024-02-29"],
    ["12 July 2018", "2018-07-12"],
  ])("metadata's %s is %s", (value, date) => {
    expect(readDateValue(value, null)).toBe(date);
  });

  test.each([
    "2018-13-45",
    "2024-02-31",
    "2023-02-29",
    "2024-02-01T25:61Z",
    "2024-02-01T10:60:00Z",
    "2024-02-01 25:61",
    "2024-02-01T10:00+25:00",
    "0001-01-01T00:00:00Z",
    "31 February 2024",
    "31/04/2024",
    "12 July 2018, 25:61 BST",
  ])("no calendar or clock has %s", (value) => {
    expect(readDateValue(value, "en")).toBeNull();
  });

  test("each date that is read is one that other programs read, too", () => {
    const part = (most: number) => fc.nat(most).map((value) => String(value).padStart(2, "0"));
    const zone = fc.oneof(fc.constant("Z"), fc.tuple(fc.constantFrom("+", "-"), part(99), part(99)));
    fc.assert(
      fc.property(fc.nat(9999), part(13), part(32), part(25), part(61), zone, (year, month, day, h, m, z) => {
        const offset = typeof z === "string" ? z : `${z[0]}${z[1]}:${z[2]}`;
        const value = `${String(year).padStart(4, "0")}-${month}-${day}T${h}:${m}${offset}`;
        const date = readDateValue(value, null);
        if (date === null) return;
        expect(date.startsWith(value.slice(0, 16))).toBe(true);
        expect(Date.parse(date)).not.toBeNaN();
        // Of a day that is not there, Date makes the next one that is.
        expect(new Date(date.slice(0, 10)).toISOString().slice(0, 10)).toBe(date.slice(0, 10));
      }),
      { numRuns: 2_000 },
    );
  });
});
