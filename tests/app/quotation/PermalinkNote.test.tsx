import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StoryContext } from "#app/article/story-context.ts";
import { NoteHere } from "#app/quotation/NoteHere.tsx";
import { PermalinkNote } from "#app/quotation/PermalinkNote.tsx";
import type { Speaker } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { InEnglish } from "../in-english.tsx";
import { lampStory } from "../story.ts";

const [quotation] = lampStory.quotations;
if (quotation === undefined) throw new Error("the story has quotations");

const speaker = (name: string): Speaker => ({ id: "s1", name, role: null, kind: "person", introduced: null });

const event = (revision: number, name: string) => ({
  revision,
  date: `2026-10-0${revision}T08:00:00Z`,
  event: revision === 1 ? ("published" as const) : ("reattributed" as const),
  speaker: speaker(name),
  text: quotation.text,
});

/** Words that were Ada's, then Tom's, then Ines's. */
const handedOn: Permalink = {
  state: "reattributed",
  quotation,
  speaker: speaker("Ines"),
  successor: null,
  diff: null,
  history: [event(1, "Ada"), event(2, "Tom"), event(3, "Ines")],
};

const story = { article: lampStory, permalink: handedOn, linked: quotation.id };
const notes = {
  "before the story": <PermalinkNote article={lampStory} permalink={handedOn} />,
  "beside the words": (
    <StoryContext value={story}>
      <NoteHere quotations={[quotation]} />
    </StoryContext>
  ),
};

it.each(Object.entries(notes))(
  "%s, words that were handed on twice are told by whom they were first published for",
  (_, note) => {
    render(note, { wrapper: InEnglish });
    expect(screen.getByText(/first attributed to/)).toHaveTextContent(
      /first attributed to Ada\. Since 3 October 2026/,
    );
  },
);
