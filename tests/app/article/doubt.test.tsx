import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Article } from "#model/article.ts";
import { noVotes } from "#model/vote.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory, storyOf } from "../story.ts";

beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(noVotes)));
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("reduced-motion") }));
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

const draw = (article: Article) =>
  renderPage(
    { view: "article", article, changes: [], further: null, permalink: null },
    `/articles/${article.slug}`,
  ).container;

/** The control at a quotation, and the name in the margin beside it. */
const controlsAt = (view: Element, quotation: string) => [
  ...view.querySelectorAll<HTMLElement>(`[data-q="${quotation}"], [data-cue="${quotation}"]`),
];

async function openNote(name: RegExp): Promise<HTMLElement> {
  const [control] = await screen.findAllByRole("link", { name });
  if (control === undefined) throw new Error("no control");
  await userEvent.click(control);
  // jsdom knows no popovers: to it the note stays hidden.
  return screen.findByRole("dialog", { hidden: true });
}

const hint = "Verbatim does not attribute quotations in this language.";

describe("a speaker of whom the engine is not sure", () => {
  const withConfidence = (confidence: number, attributedBy: "engine" | "editor" = "engine"): Article => ({
    ...lampStory,
    quotations: lampStory.quotations.map((one) =>
      one.id === "quote2" ? { ...one, confidence, attributedBy } : one,
    ),
  });

  it("is marked at the words and in the margin, and told with doubt to those who do not see it", () => {
    const view = draw(withConfidence(0.79));
    const marked = controlsAt(view, "quote2");
    expect(marked.map(({ dataset }) => dataset.doubt)).toEqual(["?", "?"]);
    expect(screen.getByRole("link", { name: /^perhaps Ada Thorne, harbour master:/ })).toBe(
      marked.find(({ dataset }) => dataset.q === "quote2"),
    );
    expect(controlsAt(view, "quote1").map(({ dataset }) => dataset.doubt)).toEqual([undefined, undefined]);
  });

  it("is told in words in the note", async () => {
    draw(withConfidence(0.5));
    const note = await openNote(/^perhaps Ada Thorne/);
    expect(within(note).getByRole("heading", { hidden: true })).toHaveTextContent("Ada Thorne");
    expect(note).toHaveTextContent("Not certain: inferred from the passage.");
    expect(await flaws(note)).toEqual([]);
  });

  it.each([
    ["the engine is sure enough", withConfidence(0.8)],
    ["an editor decided", withConfidence(0.5, "editor")],
  ])("is not doubted where %s", async (_, article) => {
    const view = draw(article);
    expect(view.querySelector("[data-doubt]")).toBeNull();
    expect(await openNote(/^Ada Thorne/)).not.toHaveTextContent("Not certain");
  });
});

describe("a story in a language that the engine does not know", () => {
  const story: Article = {
    ...storyOf(["Смотритель сказал: «[0|Маяк будет гореть сам]»."], []),
    inLanguage: "ru",
  };

  it("says that Verbatim does not attribute there, not that the story does not say who speaks", async () => {
    const view = draw(story);
    const voices = screen.getByRole("group", { name: "Voices" });
    expect(within(voices).getByText(hint)).toBeVisible();
    expect(within(voices).getByRole("button", { name: /^Not attributed/ })).toBeVisible();
    expect(controlsAt(view, "quote1").map(({ dataset }) => dataset.name)).toContain("Not attributed");
    const note = await openNote(/^Not attributed/);
    expect(within(note).getByRole("heading", { hidden: true })).toHaveTextContent("Not attributed");
    expect(note).toHaveTextContent(hint);
    expect(view).not.toHaveTextContent("The story does not say clearly");
    expect(await flaws(view)).toEqual([]);
  });

  it("says of a story in English that it does not say who speaks", async () => {
    const view = draw(lampStory);
    const note = await openNote(/^Speaker not named/);
    expect(note).toHaveTextContent("The story does not say clearly whose words these are.");
    expect(view).not.toHaveTextContent(hint);
  });
});
