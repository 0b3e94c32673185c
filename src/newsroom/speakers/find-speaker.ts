import type { Speaker } from "#model/article.ts";
import { fold } from "#text/fold.ts";
import { matchNames } from "./match-names.ts";

/** The same name, whatever its typography and case. */
export const sameName = (a: string, b: string): boolean => fold(a).toLowerCase() === fold(b).toLowerCase();

/**
 * The speaker whom a decision names. A newer engine may name somebody more
 * fully or less (“Jon Dahl”, “Dahl”): where nobody has the very name, it is
 * the only one whom it fits; undefined where it fits several or none.
 */
export function speakerNamed(speakers: readonly Speaker[], name: string): Speaker | undefined {
  const exact = speakers.find((speaker) => sameName(speaker.name, name));
  if (exact !== undefined) return exact;
  const fitting = speakers.filter(
    (speaker) => matchNames({ ...speaker, name, role: null }, speaker) !== "different",
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
