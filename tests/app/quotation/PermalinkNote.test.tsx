import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, it } from "vitest";
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

it.each([
  ["before the story", PermalinkNote],
  ["beside the words", NoteHere],
])("%s, words that were handed on twice are told by whom they were first published for", async (_, Note) => {
  // The notes' words are fetched when they are first read.
  await act(async () => {
    render(
      <Suspense>
        <Note article={lampStory} permalink={handedOn} />
      </Suspense>,
      { wrapper: InEnglish },
    );
  });
  expect(await screen.findByText(/first attributed to/)).toHaveTextContent(
    /first attributed to Ada\. Since 3 October 2026/,
  );
});
