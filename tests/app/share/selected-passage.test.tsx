import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { isAsWritten, quotationOf } from "#app/share/selected-passage.ts";
import { noVotes } from "#model/vote.ts";
import { renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";

beforeEach(async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(noVotes)));
  renderPage(
    { view: "article", article: lampStory, changes: [], further: null, permalink: null },
    "/articles/the-lamp",
  );
  await screen.findByText("I do.");
});

/** The range from the beginning of one text of the page to the end of another. */
function between(first: string, last: string): Range {
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    const [from, until] = [node.data.indexOf(first), node.data.indexOf(last)];
    if (from >= 0) range.setStart(node, from);
    if (until >= 0) {
      range.setEnd(node, until + last.length);
      return range;
    }
  }
  throw new Error(`nothing ends with ${last}`);
}

describe("a selection", () => {
  it.each([
    ["some of a quotation's words", "does not", "the sea", "quote1"],
    ["a quotation with its marks", "“", "sea,", "quote1"],
    ["the words of two", "look at", "I do.", undefined],
    ["a quotation and who said it", "I would like", "Osei said", undefined],
    ["the reporter's words", "has been lit", "by hand", undefined],
  ])("of %s belongs to a quotation only where nothing else is selected", (_, first, last, id) => {
    expect(quotationOf(lampStory, between(first, last))?.id).toBe(id);
  });

  it("is as the story has it until a translator has been there, in that paragraph or the next", () => {
    const one = () => isAsWritten(lampStory, between("has been lit", "by hand"));
    expect(one()).toBe(true);
    const paragraph = document.getElementById("b1");
    if (paragraph === null) throw new Error("no paragraph");
    paragraph.innerHTML = "<font>Die Lampe has been lit by hand.</font>";
    expect(one()).toBe(false);
    expect(isAsWritten(lampStory, between("The council", "promised"))).toBe(true);
    expect(isAsWritten(lampStory, between("The lamp will", "light itself"))).toBe(true);
  });
});
