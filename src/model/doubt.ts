import type { Quotation } from "./article.ts";

/**
 * Below this confidence an attribution is shown as doubtful. On articles that the engine had not seen, of those below
 * it seven in ten were right, of those from 0.8 to 0.9 nearly nine, of those above 0.9 ninety-seven in a hundred (`npm
 * run score`): where one in four may be wrong a reader should see it without asking.
 */
const DOUBTFUL_BELOW = 0.8;

/** Whether a quotation's speaker is somebody of whom the engine is not sure. What an editor decided is sure. */
export function isDoubtful({
  speaker,
  confidence,
  attributedBy,
}: Pick<Quotation, "speaker" | "confidence" | "attributedBy">): boolean {
  return speaker !== null && attributedBy === "engine" && confidence < DOUBTFUL_BELOW;
}
