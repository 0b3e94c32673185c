import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { flaws, renderPage } from "../render-page.tsx";

afterEach(() => vi.unstubAllGlobals());

describe("the page about privacy", () => {
  const forget = () => screen.findByRole("button", { name: "Forget my votes" });

  it("says what is kept, and has nothing for axe to find", async () => {
    const { container } = renderPage({ view: "privacy" }, "/privacy");
    expect(await screen.findByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
    expect(screen.getByText(/sets no cookie until you vote/)).toBeVisible();
    expect(await flaws(container)).toEqual([]);
  });

  it("forgets votes by a form that works by itself", async () => {
    renderPage({ view: "privacy" }, "/privacy");
    expect((await forget()).closest("form")).toHaveAttribute("action", "/reader/forget");
  });

  it("forgets them on the spot, and on the device too", async () => {
    localStorage.setItem("verbatim:votes", '{"the-lamp":"yes"}');
    vi.stubGlobal("fetch", async () => new Response(null, { status: 204 }));
    renderPage({ view: "privacy" }, "/privacy");
    await userEvent.click(await forget());
    expect(await screen.findByText(/are deleted/)).toBeVisible();
    expect(localStorage.length).toBe(0);
  });

  it("says that nothing was deleted where the site cannot be reached", async () => {
    vi.stubGlobal("fetch", async () => Response.error());
    renderPage({ view: "privacy" }, "/privacy");
    await userEvent.click(await forget());
    expect(await screen.findByText(/nothing was deleted/)).toBeVisible();
  });
});
