import { expect, it } from "vitest";
import { instantOf } from "#model/dates.ts";

it.each(["2024-02-29", "2024-02-29T23:59:59+14:00", "2026-03-04T09:00:00.000Z", "0099-12-31"])(
  "%s is a date",
  (text) => expect(instantOf(text)).toBe(Date.parse(text)),
);

it.each(["2024-02-31", "2023-02-29", "2024-04-31T10:00Z", "2024-02-01T25:61Z", "2024-13-01", "soon", ""])(
  "“%s” is none",
  (text) => expect(instantOf(text)).toBeNull(),
);
