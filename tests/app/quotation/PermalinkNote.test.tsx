import { act, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { PermalinkNote } from "#app/quotation/PermalinkNote.tsx";
import { readingWordsIn } from "#app/words/reading-words.ts";
import type { Speaker } from "#model/article.ts";
import type { Permalink, PermalinkEvent } from "#model/permalink.ts";
import { InEnglish } from "../in-english.tsx";
import { lampStory } from "../story.ts";

const [quotation] = lampStory.quotations;
if (quotation === undefined) throw new Error("the story has quotations");

const speaker = (name: string): Speaker => ({ id: "s1", name, role: null, kind: "person", introduced: null });

const event = (revision: number, name: string, kind: PermalinkEvent["event"]): PermalinkEvent => ({
  revision,
  date: `2026-10-0${revision}T08:00:00Z`,
  event: kind,
  speaker: speaker(name),
  text: quotation.text,
});

const standing: Permalink = {
  state: "verbatim",
  quotation,
  speaker: speaker("Ada"),
  successor: null,
  diff: null,
  history: [event(1, "Ada", "published")],
};

/** Draws the note, once its words are here. */
const draw = async (permalink: Permalink) => {
  await readingWordsIn("en");
  const note = <PermalinkNote article={lampStory} permalink={permalink} />;
  return (await act(async () => render(note, { wrapper: InEnglish }))).container;
};

describe("whoever follows a link to a quotation", () => {
  it("is told who said it, in which story and when, that the words still stand, and where the story begins", async () => {
    const note = await draw(standing);
    for (const told of [
      "Ada Thorne",
      "harbour master",
      "The lamp will light itself",
      "6 October 2026",
      "Unchanged since publication.",
    ])
      expect(note).toHaveTextContent(told);
    expect(screen.getByRole("link", { name: "Read from the beginning" })).toHaveAttribute("href", "#content");
  });

  it("is told when the words had been changed for a time", async () => {
    const history = [event(1, "Ada", "published"), event(2, "Ada", "edited"), event(3, "Ada", "restored")];
    expect(await draw({ ...standing, history })).toHaveTextContent(
      "Changed for a time, and now as first published.",
    );
  });

  it("is told by whom words that were handed on twice were first published for", async () => {
    const history = [
      event(1, "Ida", "published"),
      event(2, "Tom", "reattributed"),
      event(3, "Ada Thorne", "reattributed"),
    ];
    expect(await draw({ ...standing, state: "reattributed", history })).toHaveTextContent(
      "These words were first attributed to Ida. Since 3 October 2026 the story attributes them to Ada Thorne.",
    );
  });

  it("reads the old words and whose they were where they are gone", async () => {
    const note = await draw({
      ...standing,
      state: "removed",
      quotation: { ...quotation, id: "gone", text: "The sea is tired." },
      history: [event(1, "Ada", "published"), event(2, "Ada", "removed")],
    });
    expect(note).toHaveTextContent("They were taken out on 2 October 2026.");
    expect(note).toHaveTextContent("“The sea is tired.”");
    expect(note).toHaveTextContent("Ada");
    expect(screen.queryByRole("link")).toBeNull();
  });
});
