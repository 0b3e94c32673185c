import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemSpeech } from "#app/listen/system-speech.ts";

/** An utterance as the platform has it: jsdom has none. */
class Utterance {
  readonly text: string;
  onstart: (() => void) | null = null;
  onboundary: ((event: { charIndex: number }) => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor(text: string) {
    this.text = text;
  }
}

const said: Utterance[] = [];
const heard: boolean[] = [];
let cancelled = 0;
const synthesis = {
  speak: (utterance: Utterance) => said.push(utterance),
  cancel: () => {
    cancelled += 1;
  },
} as unknown as SpeechSynthesis;
const sentence = "The ferry left at nine, by the old timetable, and without the mayor.";
const part = { voice: null, pitch: 1 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  said.length = 0;
  heard.length = 0;
  cancelled = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begin = () => {
  const speech = systemSpeech(synthesis, "en");
  speech.say(sentence, part, 1, (wasHeard) => heard.push(wasHeard));
  return speech;
};
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

describe("the system's voice", () => {
  it("tells once that it has said a text, and is not waited for any more", () => {
    begin();
    said[0]?.onstart?.();
    said[0]?.onend?.();
    said[0]?.onend?.();
    pass(600);
    expect(heard).toEqual([true]);
    expect(said).toHaveLength(1);
  });

  it("that falls silent without an end is given up, and the reading goes on", () => {
    begin();
    said[0]?.onstart?.();
    pass(60);
    expect(heard).toEqual([true]);
    expect(cancelled).toBe(1);
    // Some browsers tell of the end when it is cut off.
    said[0]?.onend?.();
    expect(heard).toEqual([true]);
  });

  it("that is slow, and tells how far it is, is waited for", () => {
    begin();
    said[0]?.onstart?.();
    for (const charIndex of [10, 25, 40]) {
      pass(5);
      said[0]?.onboundary?.({ charIndex });
    }
    expect(heard).toEqual([]);
    said[0]?.onend?.();
    expect(heard).toEqual([true]);
  });

  it("that does not begin is asked once more, and then given up", () => {
    begin();
    pass(10);
    expect(said.map(({ text }) => text)).toEqual([sentence, sentence]);
    expect(heard).toEqual([]);
    pass(10);
    expect(heard).toEqual([false]);
    expect(said).toHaveLength(2);
  });

  it("that begins when it is asked once more is heard", () => {
    begin();
    pass(10);
    // What was given up speaks no more.
    said[0]?.onend?.();
    said[0]?.onerror?.({ error: "canceled" });
    expect(heard).toEqual([]);
    said[1]?.onstart?.();
    said[1]?.onend?.();
    expect(heard).toEqual([true]);
  });

  it("that cannot say a text tells so", () => {
    begin();
    said[0]?.onerror?.({ error: "network" });
    expect(heard).toEqual([false]);
  });

  it("that is hushed says nothing more, and nothing is waited for", () => {
    const speech = begin();
    said[0]?.onstart?.();
    speech.hush();
    said[0]?.onend?.();
    pass(600);
    expect(heard).toEqual([]);
    expect(said).toHaveLength(1);
  });
});
