import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { savedQuotations } from "#app/saved/saved-quotations.ts";
import type { Permalink } from "#model/permalink.ts";
import { flaws, renderPage } from "../render-page.tsx";
import { lampStory } from "../story.ts";
import { savedOn, storeSaved } from "./saved.ts";

const [quotation] = lampStory.quotations;
if (quotation === undefined) throw new Error("the story has no quotation");
const speaker = { ...lampStory.speakers[0], name: "Bilal Osei" } as Permalink["speaker"];
const published = {
  revision: 1,
  date: "2026-09-30",
  event: "published",
  speaker: null,
  text: "Old.",
} as const;
const verbatim: Permalink = {
  state: "verbatim",
  quotation,
  speaker,
  successor: null,
  diff: null,
  history: [published],
};
const changed = (state: "edited" | "removed" | "reattributed"): Permalink => ({
  ...verbatim,
  state,
  history: [published, { ...published, revision: 2, date: "2026-10-05", event: state }],
});

let became: Readonly<Record<string, Permalink | number>> = {};
const unpublished = { date: "2026-10-06T08:00:00.000Z", reason: "A name in it was wrong." };

beforeEach(() => {
  became = {};
  vi.stubGlobal("fetch", (path: string) => {
    const id = /\/quotes\/(.+)$/.exec(path)?.[1] ?? "";
    const answer = became[id] ?? verbatim;
    return Promise.resolve(
      typeof answer === "number"
        ? Response.json(
            { title: "Gone", status: answer, ...(id === "off" ? { unpublished } : {}) },
            { status: answer, headers: { "content-type": "application/problem+json" } },
          )
        : Response.json(answer),
    );
  });
});
afterEach(() => {
  storeSaved([]);
  vi.unstubAllGlobals();
});

async function open() {
  const view = renderPage({ view: "saved" }, "/saved");
  await screen.findByRole("heading", { name: "Saved quotations", level: 1 });
  return view;
}
const entries = () => within(screen.getByRole("list")).getAllByRole("listitem");

describe("what was kept", () => {
  it("stands newest first with speaker, story and the way to the words", async () => {
    storeSaved([savedOn(1), savedOn(2, { text: "One.\nTwo.", speaker: null })]);
    const { container } = await open();
    const [newest, other] = entries();
    expect(newest).toHaveTextContent(/^“One.”“Two.”Speaker not named/);
    expect(other).toHaveTextContent("“Words of day 1.”Ada Thorneharbour master");
    expect(
      within(other ?? container).getByRole("link", { name: "The lamp will light itself" }),
    ).toHaveAttribute("href", "/articles/the-lamp/quotes/quote1");
    expect(screen.getByText("2 quotations")).toBeInTheDocument();
    expect(document.title).toBe("Saved quotations · Verbatim");
    expect(await flaws(container)).toEqual([]);
  });

  it("says kindly that there is nothing, and how something comes here", async () => {
    const { container } = await open();
    expect(screen.getByText("Nothing kept yet")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Save as/ })).toBeNull();
    expect(await flaws(container)).toEqual([]);
  });

  it("goes when it is removed, and comes back to its place, the focus with it", async () => {
    storeSaved([savedOn(1), savedOn(2), savedOn(3)]);
    await open();
    const middle = () => entries()[1] ?? document.body;
    await userEvent.click(within(middle()).getByRole("button", { name: "Remove" }));
    expect(middle()).toHaveTextContent(/^Removed\.Undo$/);
    expect(within(middle()).getByRole("button", { name: "Undo" })).toHaveFocus();
    expect(savedQuotations.all().map(({ id }) => id)).toEqual(["quote3", "quote1"]);
    await userEvent.click(within(middle()).getByRole("button", { name: "Undo" }));
    expect(middle()).toHaveTextContent("Words of day 2.");
    expect(within(middle()).getByRole("button", { name: "Remove" })).toHaveFocus();
    expect(savedQuotations.all().map(({ id }) => id)).toEqual(["quote3", "quote2", "quote1"]);
  });

  it("is told of when its words have changed, by any piece of the statement, and only then", async () => {
    became = {
      quote1: {
        ...changed("edited"),
        diff: [
          { op: "delete", text: "Old" },
          { op: "insert", text: "New" },
        ],
      },
      quote2: changed("removed"),
      late: changed("reattributed"),
      gone: 410,
    };
    storeSaved([
      savedOn(1),
      savedOn(2),
      savedOn(3, { pieces: ["early", "late"] }),
      savedOn(4),
      savedOn(5, { id: "gone", pieces: ["gone"] }),
    ]);
    await open();
    expect(await screen.findByText("These words were changed on 5 October 2026.")).toBeInTheDocument();
    const [gone, stands, reattributed, removed, edited] = entries();
    expect(edited?.querySelector("ins")).toHaveTextContent("New");
    expect(edited?.querySelector("del")).toHaveTextContent("Old");
    expect(edited).toHaveTextContent("“Words of day 1.”");
    expect(removed).toHaveTextContent("They were taken out on 5 October 2026.");
    expect(reattributed).toHaveTextContent("the story attributes them to Bilal Osei");
    expect(gone).toHaveTextContent("These words are no longer to be found here.");
    expect(stands?.querySelector("[data-state]")).toBeNull();
  });

  it("is told of when its story was taken off, since when and why, and stays", async () => {
    became = { off: 410 };
    storeSaved([savedOn(1, { id: "off", pieces: ["off"] })]);
    const { container } = await open();
    expect(
      await screen.findByText(
        "The publisher took this story off on 6 October 2026. What you kept stays on this device.",
      ),
    ).toBeInTheDocument();
    expect(entries()[0]).toHaveTextContent("A name in it was wrong.");
    expect(entries()[0]).toHaveTextContent("“Words of day 1.”");
    expect(await flaws(container)).toEqual([]);
  });

  it("is drawn fifty at a time, however much there is", async () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      savedOn(1, { id: `many${index}`, pieces: [], savedAt: new Date(1.79e12 + index).toISOString() }),
    );
    storeSaved(many);
    await open();
    expect(entries()).toHaveLength(50);
    expect(screen.getByText("2,000 quotations")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Earlier ones" }));
    expect(entries()).toHaveLength(100);
  });

  it.each([
    ["Markdown", "md", "# Saved quotations"],
    ["JSON", "json", '"@type": "ItemList"'],
  ])("leaves as a file: %s", async (format, ending, words) => {
    const made: Blob[] = [];
    const names: string[] = [];
    vi.stubGlobal(
      "URL",
      class extends URL {
        static override createObjectURL = (blob: Blob) => {
          made.push(blob);
          return "blob:made";
        };
        static override revokeObjectURL = () => undefined;
      },
    );
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    storeSaved([savedOn(1)]);
    await open();
    await userEvent.click(screen.getByRole("button", { name: `Save as ${format}` }));
    expect(names).toEqual([expect.stringMatching(new RegExp(`^verbatim-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`))]);
    expect(await made[0]?.text()).toContain(words);
    click.mockRestore();
  });
});
