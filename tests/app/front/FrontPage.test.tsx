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
