import { count, plain, type Terminal } from "#cli/terminal.ts";
import type { DiffPart } from "#model/permalink.ts";
import type { QuotationChange, RevisionChange } from "#model/revision.ts";

/**
 * Prints what an edit does to published quotations: first in one line (“breaks
 * 3 shared quotations, changes the words of 1: 14 → 41”), then one by one.
 */
export function printChange(terminal: Terminal, { quotations }: RevisionChange): void {
  const { print, styled } = terminal;
  print(`  ${styled("bold", summarizeChange(quotations))}`);
  for (const change of quotations) {
    print();
    print(`  ${change.state.padEnd(12)} ${speakerOf(change)}${wordsOf(terminal, change)}`);
  }
  if (quotations.length > 0) print();
}

/** One line: what breaks, what changes and how, what else moves. */
export function summarizeChange(quotations: readonly QuotationChange[]): string {
  const inState = (state: QuotationChange["state"]) => quotations.filter((change) => change.state === state);
  const [removed, edited] = [inState("removed"), inState("edited")];
  const [first] = edited;
  const example = first?.diff == null ? "" : `: ${exampleOf(first.diff)}`;
  const others = edited.length > 1 && example !== "" ? `${example}, …` : example;
  const parts = [
    removed.length > 0 && `breaks ${count(removed.length, "shared quotation")}`,
    edited.length > 0 && `changes the words of ${edited.length}${others}`,
    inState("reattributed").length > 0 && `gives ${inState("reattributed").length} another speaker`,
    inState("retypeset").length > 0 && `sets ${inState("retypeset").length} in other marks`,
    inState("verbatim").length > 0 && `brings back ${inState("verbatim").length}`,
    inState("added").length > 0 && `adds ${inState("added").length}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "leaves every shared quotation as it is" : parts.join(", ");
}

/** The first words that change: “14 → 41”, “+ great”, “− not”. */
function exampleOf(diff: readonly DiffPart[]): string {
  const start = diff.findIndex(({ op }) => op !== "equal");
  const run = diff.slice(start);
  const end = run.findIndex(({ op }) => op === "equal");
  const changed = end < 0 ? run : run.slice(0, end);
  const side = (op: DiffPart["op"]) =>
    plain(
      changed
        .filter((part) => part.op === op)
        .map(({ text }) => text)
        .join(""),
    ).trim();
  const [before, after] = [side("delete"), side("insert")];
  if (before === "") return `+ ${after}`;
  return after === "" ? `− ${before}` : `${before} → ${after}`;
}

/** “Ana Ruiz: ”, “Ana Ruiz → Ben Oduya: ”, or nothing where nobody speaks. */
function speakerOf({ speaker, speakerBefore }: QuotationChange): string {
  const names = [speakerBefore, speaker].filter((name) => name !== null);
  return names.length === 0 ? "" : `${names.map(plain).join(" → ")}: `;
}

function wordsOf({ styled }: Terminal, { text, diff }: QuotationChange): string {
  if (diff === null) return `“${plain(text)}”`;
  const words = diff.map(({ op, text: part }) =>
    op === "equal"
      ? plain(part)
      : op === "delete"
        ? styled("red", `[-${plain(part)}-]`)
        : styled("green", `{+${plain(part)}+}`),
  );
  return `“${words.join("")}”`;
}
