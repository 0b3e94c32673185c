import { plain } from "#cli/terminal.ts";
import type { Correction } from "#model/correction.ts";

/** A decision in a sentence: “the pier was never safe” is Ada Berg’s, harbour master. */
export function decisionLine({ decision, wording }: Pick<Correction, "decision" | "wording">): string {
  const quoted = (words: string) => `“${plain(wording ?? words)}”`;
  const title = (role: string | null) => (role === null ? "" : `, ${plain(role)}`);
  switch (decision.kind) {
    case "speaker":
      return decision.name === null
        ? `${quoted(decision.quotation)} is nobody’s that the story names`
        : `${quoted(decision.quotation)} is ${plain(decision.name)}’s${title(decision.role)}`;
    case "not-a-quotation":
      return `${quoted(decision.quotation)} is no quotation`;
    case "quotation":
      return `${quoted(decision.text)} is a quotation${decision.name === null ? "" : ` by ${plain(decision.name)}`}${title(decision.role)}`;
    case "role":
      return decision.role === null
        ? `${plain(decision.name)} has no role`
        : `${plain(decision.name)} is ${plain(decision.role)}`;
    case "same-person":
      return `${plain(decision.name)} and ${plain(decision.as)} are one person, ${plain(decision.as)}`;
    case "spelling":
      return `${plain(decision.name)} is spelled ${plain(decision.as)}`;
  }
}
