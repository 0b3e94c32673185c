import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noVotes } from "#model/vote.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";

const page = { view: "article", article: lampStory, changes: [], permalink: null } as const;

beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(noVotes)));
  // jsdom lays nothing out: a wide page on which nothing moves.
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("reduced-motion") }));
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

async function open(path = "/articles/the-lamp") {
  const view = renderPage(page, path);
  await screen.findByText("I do.");
  return view;
}

describe("a story", () => {
  it("has nothing for axe to find", async () => {
    const { container } = await open();
    expect(await flaws(container)).toEqual([]);
  });

  it("holds each quotation's words and nothing else in its element, with its speaker named beside it", async () => {
    const { container } = await open();
    for (const { id, text, speaker } of lampStory.quotations) {
      const element = container.querySelector(`#q-${id}`);
      expect(element).toHaveTextContent(text, { normalizeWhitespace: false });
      expect(element).toHaveAttribute("data-speaker", speaker ?? "");
      const name = lampStory.speakers.find((one) => one.id === speaker)?.name ?? "not named";
      expect(container.querySelector(`[data-q="${id}"]`)?.getAttribute("aria-label")).toContain(name);
    }
  });

  it("lists its voices, and lets only the chosen one be heard", async () => {
    const { container } = await open();
    const voices = screen.getByRole("group", { name: "Voices" });
    const thorne = within(voices).getByRole("button", { name: /Ada Thorne/ });
    expect(thorne).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(thorne);
    await expect.poll(() => thorne.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => container.querySelector("#q-quote4")?.hasAttribute("data-dim")).toBe(true);
    expect(container.querySelector("#q-quote1")).not.toHaveAttribute("data-dim");
  });

  it("steps through a voice's quotations by key and says where it is", async () => {
    await open("/articles/the-lamp?voices=s1");
    await userEvent.keyboard("j");
    await expect
      .poll(() => screen.getAllByRole("status").map((one) => one.textContent))
      .toContain("1 of 2, Ada Thorne");
    await userEvent.keyboard("j");
    await expect
      .poll(() => screen.getAllByRole("status").map((one) => one.textContent))
      .toContain("2 of 2, Ada Thorne");
  });

  it("opens a note that names the speaker, and gives focus back when it closes", async () => {
    const { container } = await open();
    const control = container.querySelector<HTMLElement>('[data-q="quote1"]');
    if (control === null) throw new Error("no control");
    await userEvent.click(control);
    // jsdom knows no popovers: to it the note stays hidden.
    const note = await screen.findByRole("dialog", { hidden: true });
    expect(within(note).getByRole("heading", { hidden: true })).toHaveTextContent("Ada Thorne");
    expect(within(note).getByText("harbour master")).toBeInTheDocument();
    expect(await flaws(note)).toEqual([]);
    await userEvent.click(within(note).getByRole("button", { name: "Close", hidden: true }));
    expect(control).toHaveFocus();
  });
});
