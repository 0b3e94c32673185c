import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "../../src");
const CEILING = 250;

/** Word lists and learned weights are data, as long as they have to be. */
const isData = (file: string) => /^attribution\/(?:languages|weights)\//.test(file);

it(`keeps every file of src within ${CEILING} lines, data aside`, () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|css)$/.test(file) && !isData(file))
    .map((file) => ({ file, lines: readFileSync(join(src, file), "utf8").trimEnd().split("\n").length }));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(({ lines }) => lines > CEILING)).toEqual([]);
});
