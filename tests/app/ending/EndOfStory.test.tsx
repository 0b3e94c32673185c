import { act, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Article } from "#model/article.ts";
import type { FurtherReading } from "#model/further-reading.ts";
import { scoreOf } from "#model/score.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory, storyOf } from "../story.ts";

const pierStory: Article = {
  ...storyOf(
    [
      "“[1|A lamp that lights itself has never once asked a ship where it came from,]” Thorne said.",
      "“[2|We counted the ships that came in last year, and there were eleven of them,]” Osei said.",
      "“[1|I do.]”",
    ],
    ["Ada Thorne", "Bilal Osei"],
  ),
  slug: "the-pier",
};
const summary = { ...lampStory, wordCount: 460, score: scoreOf(lampStory) };
const further: FurtherReading = {
  next: [summary, { ...summary, slug: "the-bell", headline: "The bell that nobody rings" }],
  sameNames: [
    { article: { ...summary, slug: "the-net" }, speakers: [{ name: "Ada Thorne", role: "net maker" }] },
  ],
};

const open = (article: Article, onward: FurtherReading | null) =>
  renderPage(
    { view: "article", article, changes: [], further: onward, permalink: null },
    `/articles/${article.slug}`,
  );
const section = (name: string) => screen.findByRole("region", { name });

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ status: 404, title: "", detail: "" }, { status: 404 }));
});
afterEach(() => vi.unstubAllGlobals());

describe("a story's end", () => {
  it("comes after the vote and has nothing for axe to find", async () => {
    const { container } = open(pierStory, further);
    const next = await section("Read next");
    const vote = screen.getByRole("group", { name: "Did you enjoy this article?" });
    expect(vote.compareDocumentPosition(next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(await flaws(container)).toEqual([]);
  });

  it("leads to the strongest quotations by their paths, each with whoever said it", async () => {
    open(pierStory, further);
    const words = await section("In their words");
    expect(
      within(words)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["/articles/the-pier/quotes/quote1", "/articles/the-pier/quotes/quote2"]);
    const [first] = within(words).getAllByRole("listitem");
    expect(first).toHaveTextContent(/^“A lamp .* from”Ada Thorneharbour master$/);
  });

  it("leads to the next stories, with their scores", async () => {
    open(pierStory, further);
    const next = await section("Read next");
    expect(
      within(next)
        .getAllByRole("heading", { level: 3 })
        .map((one) => one.textContent),
    ).toEqual(["The lamp will light itself", "The bell that nobody rings"]);
    expect(within(next).getByRole("link", { name: "The bell that nobody rings" })).toHaveAttribute(
      "href",
      "/articles/the-bell",
    );
    expect(within(next).getAllByText("Quoted: Ada Thorne and Bilal Osei")).toHaveLength(2);
  });

  it("leads to other stories that quote the same names, with the roles that they have there", async () => {
    open(pierStory, further);
    const others = await section("The same names in other stories");
    expect(within(others).getByRole("link")).toHaveAttribute("href", "/articles/the-net");
    expect(within(others).getByText("Ada Thorne, net maker")).toBeVisible();
  });

  it("leads to the front page, the feed and what is kept of readers", async () => {
    open(pierStory, further);
    const site = await screen.findByRole("navigation", { name: "The site" });
    expect(
      within(site)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["/", "/feed.xml", "/privacy"]);
  });

  it("goes on to another story without leaving the page", async () => {
    open(pierStory, further);
    const next = await section("Read next");
    vi.stubGlobal("fetch", async (url: string) =>
      Response.json(
        url.endsWith("/the-bell") ? { ...pierStory, slug: "the-bell", headline: "The bell" } : [],
      ),
    );
    await userEvent.click(within(next).getByRole("link", { name: "The bell that nobody rings" }));
    expect(await screen.findByRole("heading", { level: 1, name: "The bell" })).toBeVisible();
  });

  it("of the only story, with nothing quoted, offers what there is", async () => {
    const { container } = open(storyOf(["Nobody said anything."], []), { next: [], sameNames: [] });
    await screen.findByRole("navigation", { name: "The site" });
    expect(screen.getByRole("button", { name: "Copy the story’s link" })).toBeInTheDocument();
    expect(screen.queryByRole("region")).toBeNull();
    expect(await flaws(container)).toEqual([]);
  });

  it("stands without other stories where they do not come", async () => {
    open(pierStory, null);
    await section("In their words");
    expect(screen.queryByRole("region", { name: "Read next" })).toBeNull();
  });
});

describe("sharing the story", () => {
  const shared: ShareData[] = [];
  const copied: string[] = [];
  beforeEach(() => {
    shared.length = 0;
    copied.length = 0;
    vi.stubGlobal("navigator", {
      language: "en",
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
  });
  const withSheet = () =>
    Object.assign(navigator, { share: async (data: ShareData) => void shared.push(data) });
  /** Once all is drawn, and heard. */
  const opened = () => act(async () => open(pierStory, further));
  const nearHeadline = () => screen.findByRole("link", { name: "Share" });

  it("near the headline opens the system's sheet, with what the story is", async () => {
    withSheet();
    await opened();
    await userEvent.click(await nearHeadline());
    expect((await screen.findAllByText("Shared")).length).toBeGreaterThan(0);
    expect(shared).toEqual([
      {
        title: pierStory.headline,
        text: "“The lamp will light itself”, 6 October 2026",
        url: pierStory.url,
      },
    ]);
  });

  it("copies the story's link where there is no sheet", async () => {
    await opened();
    await userEvent.click(await nearHeadline());
    expect((await screen.findAllByText("Link copied")).length).toBeGreaterThan(0);
    expect(copied).toEqual([pierStory.url]);
  });

  it("at the end copies the story's link, sheet or not", async () => {
    withSheet();
    await opened();
    await userEvent.click(await screen.findByRole("button", { name: "Copy the story’s link" }));
    expect((await screen.findAllByText("Link copied")).length).toBeGreaterThan(0);
    expect([copied, shared]).toEqual([[pierStory.url], []]);
  });

  it("works on the page of the reader's answer too", async () => {
    const vote = { tally: { yes: 1, no: 0 }, mine: "yes" } as const;
    await act(async () =>
      renderPage({ view: "vote", article: pierStory, further, vote }, "/articles/the-pier/vote"),
    );
    await userEvent.click(await screen.findByRole("button", { name: "Copy the story’s link" }));
    expect((await screen.findAllByText("Link copied")).length).toBeGreaterThan(0);
    expect(copied).toEqual([pierStory.url]);
  });

  it("near the headline leads to the story's end where there is no JavaScript", async () => {
    const { container } = await opened();
    const fragment = (await nearHeadline()).getAttribute("href") ?? "";
    await section("In their words");
    expect(container.querySelector(fragment)).toHaveTextContent(pierStory.url);
  });
});
