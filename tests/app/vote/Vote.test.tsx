import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readOutbox } from "#app/vote/outbox.ts";
import { applyVote, noVotes, type VoteState } from "#model/vote.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";

let state: VoteState;
let sent: { method: string; url: string; key: string | null; body: string | null; outbox: string | null }[];
let refuse: number | null;
/** Each answer to a vote waits for this. */
let answering: Promise<void>;

/** The site as the page sees it: one reader, one story. */
async function site(url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const method = init.method ?? "GET";
  if (method === "GET") return Response.json(state);
  const headers = new Headers(init.headers);
  const [key, outbox] = [headers.get("idempotency-key"), JSON.stringify(Object.fromEntries(readOutbox()))];
  sent.push({ method, url: String(url), key, body: (init.body as string | undefined) ?? null, outbox });
  await answering;
  if (refuse !== null) return Response.json({ status: refuse, title: "No", detail: "" }, { status: refuse });
  if (url === "/api/reader") {
    state = applyVote(state, null);
    return new Response(null, { status: 204 });
  }
  const enjoyed =
    method === "DELETE" ? null : (JSON.parse(String(init.body)) as { enjoyed: boolean }).enjoyed;
  state = applyVote(state, enjoyed === null ? null : enjoyed ? "yes" : "no");
  return Response.json(state);
}

beforeEach(() => {
  [state, sent, refuse, answering] = [noVotes, [], null, Promise.resolve()];
  localStorage.clear();
  vi.stubGlobal("fetch", site);
});
afterEach(() => vi.unstubAllGlobals());

const open = () =>
  renderPage({ view: "vote", article: lampStory, further: null, vote: state }, "/articles/the-lamp/vote");
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

  it.each([
    [{ yes: 0, no: 0 }, "1 reader"],
    [{ yes: 2, no: 1 }, "4 readers: 3 yes, 1 no"],
    [{ yes: 8, no: 0 }, "9 readers: 9 yes, 0 no"],
  ])("shows the count of a few, without shares (%j before)", async (tally, told) => {
    state = { tally, mine: null };
    open();
    await userEvent.click(await yes());
    expect(await screen.findByText(told)).toBeVisible();
    expect(screen.queryByText(/%/)).toBeNull();
  });

  it("shows both shares and the count from ten readers on", async () => {
    state = { tally: { yes: 8, no: 1 }, mine: null };
    open();
    await userEvent.click(await yes());
    for (const shown of ["Yes 90%", "No 10%", "10 readers"])
      expect(await screen.findByText(shown)).toBeVisible();
  });

  it("goes back to what it was when the site refuses it, and says so", async () => {
    refuse = 403;
    open();
    await userEvent.click(await yes());
    await expect.poll(() => pressed("Yes")).toBe("false");
    expect(screen.getByRole("status")).toHaveTextContent("could not be counted");
    expect(localStorage.getItem("verbatim:votes")).toBeNull();
  });

  it("settles on the last of many quick answers, and spares the site those between", async () => {
    open();
    const [one, other] = [await yes(), await screen.findByRole("button", { name: "No" })];
    for (let round = 0; round < 4; round++) {
      one.click();
      other.click();
    }
    await expect.poll(() => localStorage.getItem("verbatim:votes")).toBeNull();
    expect(state).toEqual({ tally: { yes: 0, no: 1 }, mine: "no" });
    expect(sent.length).toBeLessThanOrEqual(2);
    expect(await pressed("No")).toBe("true");
  });

  it("changed while an answer is on its way waits in the outbox until the site has the last one", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    answering = promise;
    open();
    const [one, other] = [await yes(), await screen.findByRole("button", { name: "No" })];
    one.click();
    await expect.poll(() => sent.length).toBe(1);
    for (const button of [other, one, other]) button.click();
    resolve();
    await expect.poll(() => localStorage.getItem("verbatim:votes")).toBeNull();
    expect(state.mine).toBe("no");
    // Whenever a page is closed, what is not confirmed yet must be there for the next one.
    expect(sent.map(({ body, outbox }) => [body, outbox])).toEqual([
      ['{"enjoyed":true}', '{"the-lamp":"yes"}'],
      ['{"enjoyed":false}', '{"the-lamp":"no"}'],
    ]);
  });

  it("that the site cannot take now is kept, says so, and is sent again", async () => {
    refuse = 503;
    open();
    await userEvent.click(await yes());
    await expect.poll(() => screen.getByRole("status").textContent).toContain("sent once");
    expect(await pressed("Yes")).toBe("true");
    expect(localStorage.getItem("verbatim:votes")).toBe('{"the-lamp":"yes"}');
    refuse = null;
    dispatchEvent(new Event("online"));
    await expect.poll(() => state.mine).toBe("yes");
    await expect.poll(() => screen.getByRole("status").textContent).toBe("You said yes.");
  });

  it("is forgotten with all that names the reader, on request", async () => {
    open();
    await userEvent.click(await yes());
    await expect.poll(() => state.mine).toBe("yes");
    await userEvent.click(await screen.findByText("Privacy", { selector: "summary" }));
    expect(await flaws(document.body)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Forget my votes" }));
    await expect.poll(() => pressed("Yes")).toBe("false");
    expect(sent.at(-1)).toMatchObject({ method: "DELETE", url: "/api/reader", key: sent[0]?.key });
    expect(localStorage.length).toBe(0);
    expect(screen.getByRole("status")).toHaveTextContent("are deleted");
    expect(await yes()).toHaveFocus();
  });

  it("counts also where the browser lets nothing be kept", async () => {
    const closed = (): never => {
      throw new DOMException("closed", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: closed, setItem: closed, removeItem: closed });
    open();
    await userEvent.click(await yes());
    await expect.poll(() => state.mine).toBe("yes");
    expect(sent).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "No" }));
    await expect.poll(() => state.mine).toBe("no");
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it.each(["constructor", "__proto__"])(
    "is nobody's before they vote, on a story called %s",
    async (slug) => {
      const story = { ...lampStory, slug };
      renderPage({ view: "vote", article: story, further: null, vote: state }, `/articles/${slug}/vote`);
      await userEvent.click(await yes());
      await expect.poll(() => state.mine).toBe("yes");
      await expect.poll(() => localStorage.getItem("verbatim:votes")).toBeNull();
      expect(sent.map(({ method, body }) => `${method} ${body}`)).toEqual(['POST {"enjoyed":true}']);
    },
  );

  it("leaves the browser where nothing but plain http leads to the site", async () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    open();
    await userEvent.click(await yes());
    await expect.poll(() => state.mine).toBe("yes");
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("kept from an earlier visit is sent now", async () => {
    localStorage.setItem("verbatim:votes", JSON.stringify({ "the-lamp": "no" }));
    open();
    await expect.poll(() => state.mine).toBe("no");
    await expect.poll(() => localStorage.getItem("verbatim:votes")).toBeNull();
  });
});
