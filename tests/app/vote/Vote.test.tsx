import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyVote, noVotes, type VoteState } from "#model/vote.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";

let state: VoteState;
let sent: { method: string; key: string | null; body: string | null }[];
let refuse: number | null;

/** The site as the page sees it: one reader, one story. */
async function site(_: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const method = init.method ?? "GET";
  if (method === "GET") return Response.json(state);
  const headers = new Headers(init.headers);
  sent.push({ method, key: headers.get("idempotency-key"), body: (init.body as string | undefined) ?? null });
  if (refuse !== null) return Response.json({ status: refuse, title: "No", detail: "" }, { status: refuse });
  const enjoyed =
    method === "DELETE" ? null : (JSON.parse(String(init.body)) as { enjoyed: boolean }).enjoyed;
  state = applyVote(state, enjoyed === null ? null : enjoyed ? "yes" : "no");
  return Response.json(state);
}

beforeEach(() => {
  [state, sent, refuse] = [noVotes, [], null];
  localStorage.clear();
  vi.stubGlobal("fetch", site);
});
afterEach(() => vi.unstubAllGlobals());

const open = () => renderPage({ view: "vote", article: lampStory, vote: state }, "/articles/the-lamp/vote");
const yes = () => screen.findByRole("button", { name: "Yes" });
const pressed = async (name: string) =>
  (await screen.findByRole("button", { name })).getAttribute("aria-pressed");

describe("the vote", () => {
  it("is a form that works by itself, and has nothing for axe to find", async () => {
    const { container } = open();
    const button = await yes();
    expect(button.closest("form")).toHaveAttribute("action", "/articles/the-lamp/vote");
    expect(button).toHaveAttribute("name", "enjoyed");
    expect(screen.getByRole("group", { name: "Did you enjoy this article?" })).toContainElement(button);
    expect(await flaws(container)).toEqual([]);
  });

  it("is shown at once, sent once, announced, and can be taken back", async () => {
    open();
    await userEvent.click(await yes());
    expect(await pressed("Yes")).toBe("true");
    await expect.poll(() => sent.map(({ body }) => body)).toEqual(['{"enjoyed":true}']);
    expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(screen.getByRole("status")).toHaveTextContent("You said yes.");
    await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
    await expect.poll(() => state.mine).toBe(null);
    expect(await yes()).toHaveFocus();
  });

  it("goes back to what it was when the site refuses it, and says so", async () => {
    refuse = 403;
    open();
    await userEvent.click(await yes());
    await expect.poll(() => pressed("Yes")).toBe("false");
    expect(screen.getByRole("status")).toHaveTextContent("could not be counted");
    expect(localStorage.getItem("verbatim:votes")).toBeNull();
  });

  it("settles on the last of many quick answers", async () => {
    open();
    const [one, other] = [await yes(), await screen.findByRole("button", { name: "No" })];
    for (let round = 0; round < 4; round++) {
      one.click();
      other.click();
    }
    await expect.poll(() => sent.length).toBe(8);
    await expect.poll(() => state).toEqual({ tally: { yes: 0, no: 1 }, mine: "no" });
    expect(await pressed("No")).toBe("true");
  });

  it("kept from an earlier visit is sent now", async () => {
    localStorage.setItem("verbatim:votes", JSON.stringify({ "the-lamp": "no" }));
    open();
    await expect.poll(() => state.mine).toBe("no");
    await expect.poll(() => localStorage.getItem("verbatim:votes")).toBeNull();
  });
});
