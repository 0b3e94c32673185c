import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ProblemError } from "#model/problem.ts";
import { scoreOf } from "#model/score.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";

const summary = { ...lampStory, wordCount: 460, score: scoreOf(lampStory) };
const front = (count: number) => ({
  view: "front" as const,
  articles: {
    articles: Array.from({ length: count }, (_, index) => ({ ...summary, slug: `story-${index}` })),
    next: null,
  },
});

describe("the front page", () => {
  it("leads to each story and says who is quoted in it", async () => {
    const { container } = renderPage(front(3), "/");
    expect(await screen.findAllByRole("link", { name: lampStory.headline })).toHaveLength(3);
    expect(screen.getAllByText("Quoted: Ada Thorne and Bilal Osei")).toHaveLength(3);
    expect(screen.getAllByText("2 min read")).toHaveLength(3);
    expect(await flaws(container)).toEqual([]);
  });

  it("never leads with a story that gives no date", async () => {
    const page = front(4);
    const articles = page.articles.articles.map((story, index) => ({
      ...story,
      headline: `Story ${index}`,
      datePublished: index < 2 ? null : story.datePublished,
    }));
    const { unmount } = renderPage({ ...page, articles: { articles, next: null } }, "/");
    const headlines = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);
    await screen.findByText("Story 0");
    expect(headlines()).toEqual(["Story 2", "Story 0", "Story 1", "Story 3"]);
    unmount();
    const undated = articles.map((story) => ({ ...story, datePublished: null }));
    renderPage({ ...page, articles: { articles: undated, next: null } }, "/");
    await screen.findByText("Story 0");
    expect(headlines()).toEqual(["Story 0", "Story 1", "Story 2", "Story 3"]);
    expect(screen.queryByText("No stories yet")).toBeNull();
  });

  it("says kindly that there is nothing yet", async () => {
    renderPage(front(0), "/");
    expect(await screen.findByText("No stories yet")).toBeInTheDocument();
  });
});

describe("a problem", () => {
  it("has a page that says what happened and where to go", async () => {
    const { problem } = new ProblemError(404, "Not found", "");
    const { container } = renderPage({ view: "problem", problem }, "/nowhere");
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(
      "There is nothing at this address",
    );
    expect(screen.getByRole("link", { name: "To the front page" })).toHaveAttribute("href", "/");
    expect(await flaws(container)).toEqual([]);
  });
});
