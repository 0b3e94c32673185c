import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { articleQuery } from "#app/article/article-queries.ts";
import { savedQuotations } from "#app/saved/saved-quotations.ts";
import { noVotes } from "#model/vote.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";

const noImage = { src: null, width: null, height: null, caption: null, credit: null, alt: null, sources: [] };
const page = { view: "article", article: lampStory, changes: [], further: null, permalink: null } as const;

beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(noVotes)));
  // jsdom lays nothing out: a wide page on which nothing moves.
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("reduced-motion") }));
  Element.prototype.scrollIntoView = () => undefined;
  // The reader is above all quotations.
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, innerHeight, 100, 20);
});
afterEach(() => vi.unstubAllGlobals());

async function open(path = "/articles/the-lamp") {
  // Once all is drawn, and keys are heard: the story's end comes a moment later.
  const view = await act(async () => renderPage(page, path));
  await screen.findByText("I do.");
  // A pointer on its way over the words fetches the tools. React's own `act` forgets an update that
  // suspends inside it where another component has called `use`: then nothing more would be drawn.
  fireEvent.pointerOver(screen.getByText("I do."));
  await vi.dynamicImportSettled();
  return view;
}

/** The quotations that are marked as where the reader is. */
const markedIn = (view: HTMLElement) =>
  [...view.querySelectorAll<HTMLElement>("[aria-current]")].map(({ dataset }) => dataset.quotation);

describe("a story", () => {
  it("gives way, where it was taken off since, to the page that says so and why", async () => {
    const { client } = await open();
    const unpublished = { date: "2026-10-06T08:00:00.000Z", reason: "A name in it was wrong." };
    vi.stubGlobal("fetch", () =>
      Promise.resolve(
        Response.json({ title: "Gone", status: 410, detail: "", unpublished }, { status: 410 }),
      ),
    );
    await act(() => client.invalidateQueries({ queryKey: articleQuery("the-lamp").queryKey }));
    await screen.findByRole("heading", { level: 1, name: "This story was taken off" });
    expect(screen.getByText("Its publisher took it off on 6 October 2026.")).toBeInTheDocument();
    expect(screen.getByText("A name in it was wrong.")).toBeInTheDocument();
    expect(screen.queryByText("I do.")).toBeNull();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    expect(screen.getByRole("link", { name: "To the front page" })).toBeInTheDocument();
  });

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

  it.each([
    { caption: null, credit: "Rafa Bastos", line: "Photo: Rafa Bastos" },
    { caption: "The pier at dusk", credit: null, line: "Photo: The pier at dusk" },
    { caption: "The pier at dusk", credit: "Rafa Bastos", line: "The pier at dusk Photo: Rafa Bastos" },
    { caption: null, credit: "Illustration: Rafa Bastos", line: "Illustration: Rafa Bastos" },
  ])("tells of a picture that is not here after its last word: $line", async ({ caption, credit, line }) => {
    const image = { ...noImage, caption, credit };
    const { container } = renderPage({ ...page, article: { ...lampStory, image } }, "/articles/the-lamp");
    await screen.findByText("I do.");
    const paragraphs = [...container.querySelectorAll("article p")].map((one) => one.textContent?.trim());
    expect(paragraphs.at(-1)).toBe(line);
    expect(screen.queryByRole("figure")).toBeNull();
  });

  it("lists its voices, and lets only the chosen one be heard", async () => {
    const { container } = await open();
    const voices = screen.getByRole("group", { name: "Voices" });
    const thorne = within(voices).getByRole("button", { name: /Ada Thorne/ });
    expect(thorne).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(thorne);
    await waitFor(() => expect(thorne).toHaveAttribute("aria-pressed", "true"));
    await waitFor(() => expect(container.querySelector("#q-quote4")).toHaveAttribute("data-dim"));
    expect(container.querySelector("#q-quote1")).not.toHaveAttribute("data-dim");
  });

  it.each(["constructor", "%25"])(
    "hears everyone where the address names a voice it does not have: “%s”",
    async (id) => {
      await open(`/articles/the-lamp?voices=${id}`);
      expect(screen.queryByRole("region", { name: "Stepping through quotations" })).toBeNull();
      expect(screen.queryAllByRole("button", { pressed: true })).toEqual([]);
    },
  );

  it("steps through a voice's quotations by key and says where it is", async () => {
    await open("/articles/the-lamp?voices=s1");
    await userEvent.keyboard("j");
    await screen.findByText("1 of 2, Ada Thorne", { selector: '[role="status"]' });
    await userEvent.keyboard("j");
    await screen.findByText("2 of 2, Ada Thorne", { selector: '[role="status"]' });
  });

  it("says at the last quotation that it is the last, and does not begin anew", async () => {
    const { container } = await open("/articles/the-lamp?voices=s2");
    await userEvent.keyboard("j");
    await screen.findByText("1 of 1, Bilal Osei");
    await userEvent.keyboard("j");
    expect(await screen.findByText("This is the last one.", { selector: '[role="status"]' })).toBeVisible();
    expect(markedIn(container)).toEqual(["quote4"]);
  });

  it("opens the note by the words themselves, marks them, and leaves those who select alone", async () => {
    const { container } = await open();
    const words = container.querySelector<HTMLElement>("#q-quote2");
    if (words === null) throw new Error("no words");
    getSelection()?.selectAllChildren(words);
    fireEvent.click(words);
    expect(screen.queryByRole("dialog", { hidden: true })).toBeNull();
    getSelection()?.removeAllRanges();
    fireEvent.click(words);
    const note = await screen.findByRole("dialog", { hidden: true });
    expect(within(note).getByText("“I do.”")).toBeInTheDocument();
    expect(markedIn(container)).toEqual(["quote2"]);
  });

  it("keeps the note open from step to step, with the mark and the count of the same voice", async () => {
    const { container } = await open();
    fireEvent.click(container.querySelector("#q-quote1") ?? container);
    const note = await screen.findByRole("dialog", { hidden: true });
    const ofVoice = within(note).getByRole("group", { name: "This voice", hidden: true });
    const ofAll = within(note).getByRole("group", { name: "Everybody", hidden: true });
    const next = (among: HTMLElement) =>
      within(among).getByRole("button", { name: "Next quotation", hidden: true });
    expect([ofVoice, ofAll].map((one) => one.textContent)).toEqual(["This voice1 of 2", "Everybody1 of 4"]);
    await userEvent.click(next(ofVoice));
    expect(ofVoice).toHaveTextContent("2 of 2, the last");
    expect(ofAll).toHaveTextContent("2 of 4");
    expect(markedIn(container)).toEqual(["quote2"]);
    await userEvent.click(next(ofAll));
    await userEvent.click(next(ofAll));
    expect(note).toBeInTheDocument();
    expect(within(note).getByRole("heading", { hidden: true })).toHaveTextContent("Bilal Osei");
    expect(ofAll).toHaveTextContent("4 of 4, the last");
    expect(markedIn(container)).toEqual(["quote4"]);
  });

  it("opens the note by Enter at the quotation that was stepped to", async () => {
    await open();
    await userEvent.keyboard("j{Enter}");
    const note = await screen.findByRole("dialog", { hidden: true });
    expect(within(note).getByRole("heading", { hidden: true })).toHaveTextContent("Ada Thorne");
  });

  it("shares the quotation that was stepped to by key", async () => {
    const share = vi.fn(() => Promise.resolve());
    Object.assign(navigator, { share });
    await open();
    await userEvent.keyboard("jjs");
    await expect
      .poll(() => share.mock.calls)
      .toEqual([[expect.objectContaining({ url: "http://localhost/articles/the-lamp/quotes/quote2" })]]);
    Reflect.deleteProperty(navigator, "share");
  });

  it("keeps a statement at any of its pieces, by the note and by key, and lets it go again", async () => {
    const quotations = lampStory.quotations.map((one) =>
      one.id === "quote2" ? { ...one, statement: 1 } : one,
    );
    const { container } = renderPage(
      { ...page, article: { ...lampStory, quotations } },
      "/articles/the-lamp",
    );
    fireEvent.click(await screen.findByText("I do."));
    const note = await screen.findByRole("dialog", { hidden: true });
    const keep = within(note).getByRole("button", { name: "Keep", hidden: true });
    expect(keep).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(keep);
    expect(keep).toHaveAttribute("aria-pressed", "true");
    expect(within(note).getByRole("link", { name: "All that you kept", hidden: true })).toHaveAttribute(
      "href",
      "/saved",
    );
    expect(savedQuotations.all()).toMatchObject([
      {
        slug: "the-lamp",
        id: "quote2",
        pieces: ["quote1", "quote2"],
        text: "A timer does not look at the sea. I do.",
        speaker: { name: "Ada Thorne", role: "harbour master" },
        url: "http://localhost/articles/the-lamp/quotes/quote2",
      },
    ]);
    expect(await screen.findByText("Kept on this device", { selector: '[role="status"]' })).toBeVisible();
    fireEvent.click(container.querySelector("#q-quote1") ?? container);
    await userEvent.keyboard("b");
    expect(keep).toHaveAttribute("aria-pressed", "false");
    expect(savedQuotations.all()).toEqual([]);
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
