import { describe, expect, test } from "vitest";
import { repeatId, wordingId } from "#text/wording.ts";
import { permalinkOf, publishAll } from "#tools/support/tell.ts";
import { truths } from "./truths.ts";

/** `words` or `words#2`, as the table names a wording. */
function idOf(named: string): string {
  const [, words = "", ordinal = "1"] = /^(.*?)(?:#(\d+))?$/s.exec(named) ?? [];
  return repeatId(wordingId(words), Number(ordinal));
}

describe("a link says what became of its words when", () => {
  test.each(truths)("$name", ({ tellings, links }) => {
    const publication = publishAll(tellings);
    const told = Object.keys(links).map((named) => {
      const { state, successor } = permalinkOf(publication, idOf(named));
      return [named, successor === null ? state : `${state} ${successor}`];
    });
    const expected = Object.entries(links).map(([named, link]) => [
      named,
      link.startsWith("=> ") ? `edited ${idOf(link.slice(3))}` : link,
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
  });
});
