import { InvalidArgumentError } from "commander";
import { readLang } from "#newsroom/formats/markdown/front-matter.ts";
import { isSlug, slugOf } from "#newsroom/slug.ts";

/** A `--lang` in its usual letters; a wrong use when it is no language tag. */
export function parseLang(value: string): string {
  try {
    return readLang(value) ?? value;
  } catch {
    throw new InvalidArgumentError("It is no language tag.");
  }
}

/** A `--slug`; a wrong use, with one that could be meant, when it is none. */
export function parseSlug(value: string): string {
  if (isSlug(value)) return value;
  throw new InvalidArgumentError(`“${slugOf(value)}” could be one.`);
}
