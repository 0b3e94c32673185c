import { expect, test } from "vitest";
import { slugOf } from "#newsroom/slug.ts";

test.each([
  ["Café society’s ‘end’", "cafe-societys-end"],
  ["  50% of it?! ", "50-of-it"],
  ["הספרייה שנסעה לים", "הספרייה-שנסעה-לים"],
  ["…", "story"],
])("the slug of %s is %s", (headline, slug) => {
  expect(slugOf(headline)).toBe(slug);
  expect(slugOf(slug)).toBe(slug);
});
