import { z } from "zod";
import type { Decision } from "#model/correction.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

const words = z.string().trim().min(1);
const name = words.nullable();
const role = words.nullish().transform((value) => value ?? null);

/** One entry of a story's `corrections`, as a journalist writes it. */
const entry = z.union([
  z
    .strictObject({ quotation: words, speaker: name, role })
    .transform(
      ({ quotation, speaker, role }): Decision => ({ kind: "speaker", quotation, name: speaker, role }),
    ),
  z.strictObject({ quotation: words, add: z.literal(true), speaker: name.default(null), role }).transform(
    ({ quotation, speaker, role }): Decision => ({
      kind: "quotation",
      text: quotation,
      name: speaker,
      role,
    }),
  ),
  z
    .strictObject({ "not-a-quotation": words })
    .transform((value): Decision => ({ kind: "not-a-quotation", quotation: value["not-a-quotation"] })),
  z
    .strictObject({ name: words, role: name })
    .transform(({ name, role }): Decision => ({ kind: "role", name, role })),
  z
    .strictObject({ name: words, "same-as": words })
    .transform((value): Decision => ({ kind: "same-person", name: value.name, as: value["same-as"] })),
  z
    .strictObject({ name: words, spelling: words })
    .transform(({ name, spelling }): Decision => ({ kind: "spelling", name, as: spelling })),
]);

/**
 * Reads the `corrections` of a story's front matter:
 *
 *     corrections:
 *       - quotation: "We will rebuild the pier"   # these words are hers
 *         speaker: Ada Berg
 *         role: harbour master
 *       - not-a-quotation: "temporary"
 *       - quotation: "no comment"                 # words that were not found as a quotation
 *         add: true
 *         speaker: Ada Berg
 *       - name: Ada Berg
 *         role: harbour master
 *       - name: the harbour master
 *         same-as: Ada Berg
 *       - name: Ada Burg
 *         spelling: Ada Berg
 *
 * Throws Unreadable for an entry that is none of these.
 */
export function readDecisions(corrections: unknown): readonly Decision[] {
  if (corrections === null) return [];
  if (!Array.isArray(corrections))
    throw new Unreadable("has “corrections” in its front matter that are no list");
  return corrections.map((correction, index) => {
    const parsed = entry.safeParse(correction);
    if (parsed.success) return parsed.data;
    throw new Unreadable(
      `has a correction in its front matter that cannot be understood: number ${index + 1}`,
    );
  });
}
