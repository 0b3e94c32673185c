import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "../../src");
const CEILING = 250;

it(`keeps every file of src within ${CEILING} lines; JSON is data, as long as it has to be`, () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|css)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(src, file), "utf8").trimEnd().split("\n").length }));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(({ lines }) => lines > CEILING)).toEqual([]);
});
