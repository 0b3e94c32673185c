import { InvalidArgumentError } from "commander";
import { readLang } from "#newsroom/formats/markdown/front-matter.ts";

/** A `--lang` in its usual letters; a wrong use when it is no language tag. */
export function parseLang(value: string): string {
  try {
    return readLang(value) ?? value;
  } catch {
    throw new InvalidArgumentError("It is no language tag.");
  }
}
