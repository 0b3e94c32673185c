import { act, cleanup, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ListenButton } from "#app/listen/ListenButton.tsx";
import { InEnglish } from "../in-english.tsx";
import { quotedStory } from "./quoted-story.ts";

/** The platform's synthesizer, with as many voices as a test gives it: jsdom has none. */
class Synthesizer extends EventTarget {
  readonly said: SpeechSynthesisUtterance[] = [];
  voices: readonly Partial<SpeechSynthesisVoice>[] = [];
  getVoices = () => this.voices;
  speak = (utterance: SpeechSynthesisUtterance) => this.said.push(utterance);
  cancel = () => undefined;
}

const english = ["a", "b"].map((voiceURI) => ({
  voiceURI,
  lang: "en-GB",
  default: false,
  localService: true,
}));

beforeAll(() => {
  // jsdom lays nothing out.
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(window, "speechSynthesis");
  Reflect.deleteProperty(window, "SpeechSynthesisUtterance");
});

async function show(voices: readonly Partial<SpeechSynthesisVoice>[] | null): Promise<Synthesizer> {
  const synthesizer = new Synthesizer();
  if (voices !== null) {
    synthesizer.voices = voices;
    Object.assign(window, {
      speechSynthesis: synthesizer,
      SpeechSynthesisUtterance: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }
  await act(async () => {
    render(
      <>
        <div id="tools" />
        <main>
          <article>
            <h1>{quotedStory.headline}</h1>
            {quotedStory.blocks.map(({ id, text }) => (
              <p key={id} id={id}>
                {text}
              </p>
            ))}
            <ListenButton article={quotedStory} />
          </article>
        </main>
      </>,
      { wrapper: InEnglish },
    );
  });
  return synthesizer;
}

const bar = () => screen.findByRole("region", { name: "Listening" });
const finish = (utterance: SpeechSynthesisUtterance | undefined) =>
  act(async () => utterance?.onend?.(new Event("end") as SpeechSynthesisEvent));

describe("listening", () => {
  it.each([{ voices: null }, { voices: [] }, { voices: [{ voiceURI: "x", lang: "fi-FI" }] }])(
    "leaves no trace where the browser has no voice for the story (%j)",
    async ({ voices }) => {
      await show(voices);
      expect(screen.queryByRole("button")).toBeNull();
      expect(document.getElementById("tools")).toBeEmptyDOMElement();
    },
  );

  it("appears when the voices arrive", async () => {
    const synthesizer = await show([]);
    synthesizer.voices = english;
    await act(async () => synthesizer.dispatchEvent(new Event("voiceschanged")));
    expect(screen.getByRole("button", { name: "Listen" })).toBeVisible();
  });

  it("reads the story, names who speaks, and stops", async () => {
    const { said } = await show(english);
    await userEvent.click(screen.getByRole("button", { name: "Listen" }));
    const controls = await bar();
    expect(within(controls).getByText("The story")).toBeVisible();
    expect(await screen.findByRole("button", { name: "Pause" })).toHaveFocus();
    await userEvent.click(within(controls).getByRole("button", { name: "Next quotation" }));
    expect(within(controls).getByText("Ines Okoro")).toBeVisible();
    expect(said.at(-1)?.text).toBe("We keep the bridge,");
    await finish(said.at(-1));
    expect(said.at(-1)?.text).toBe("said Ines Okoro.");
    await userEvent.click(within(controls).getByRole("button", { name: "Stop listening" }));
    expect(screen.queryByRole("region", { name: "Listening" })).toBeNull();
  });

  it("pauses, goes on, and changes its speed", async () => {
    const { said } = await show(english);
    await userEvent.click(screen.getByRole("button", { name: "Listen" }));
    const controls = await bar();
    await userEvent.click(within(controls).getByRole("button", { name: "Pause" }));
    const before = said.length;
    await finish(said.at(-1));
    expect(said).toHaveLength(before);
    await userEvent.click(within(controls).getByRole("button", { name: "Play" }));
    await userEvent.selectOptions(within(controls).getByRole("combobox", { name: "Speed" }), "1.5×");
    expect(said.at(-1)?.rate).toBe(1.5);
  });

  it("has nothing that axe would object to", async () => {
    await show(english);
    await userEvent.click(screen.getByRole("button", { name: "Listen" }));
    const { violations } = await axe.run(await bar(), { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
