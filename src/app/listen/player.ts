import type { Cast, Part, SystemVoice } from "./cast.ts";
import { clausesOf } from "./clauses.ts";
import type { Utterance } from "./speech-plan.ts";

/** What the player needs of a speech synthesizer: `window.speechSynthesis` behind a thin wrapper. */
export interface Speech<Voice> {
  /** Says a text; calls back once, with whether it was heard, when it is over or the voice has fallen silent, unless it was hushed before. */
  readonly say: (text: string, part: Part<Voice>, rate: number, ended: (wasHeard: boolean) => void) => void;
  readonly hush: () => void;
}

export interface Playing {
  readonly state: "playing" | "paused" | "done";
  /** Where in the plan. */
  readonly at: number;
  readonly rate: number;
}

/** A story being read aloud. */
export interface Player {
  readonly get: () => Playing;
  readonly subscribe: (changed: () => void) => () => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Goes on from another place in the plan, playing or paused as it was. */
  readonly goTo: (at: number) => void;
  readonly setRate: (rate: number) => void;
  /** Falls silent for good. */
  readonly stop: () => void;
}

/** The longest that one utterance may take, in seconds: Chromium's network voices fall silent after about 15. */
const longest = 12;

/** How many utterances in a row nobody hears before the reading waits for the listener. */
const mostUnheard = 3;

/**
 * Reads a plan aloud, a breath at a time, and a long one clause by clause.
 *
 * Where the voice fails it goes on with what comes next; where it fails again
 * and again, as without a network, it pauses at what was not heard.
 *
 * A pause falls silent and takes the breath up again from its beginning: the
 * platform's own `pause()` does nothing on Android and loses its place
 * elsewhere. A change of speed does the same, because an utterance keeps the
 * speed it began with.
 */
export function createPlayer<Voice extends SystemVoice>(
  plan: readonly Utterance[],
  cast: Cast<Voice>,
  speech: Speech<Voice>,
  announced: { readonly quote: string; readonly endQuote: string },
  begin: { readonly at: number; readonly rate: number },
): Player {
  const listeners = new Set<() => void>();
  let playing: Playing = { state: "paused", ...begin };
  /** Counts what was begun, so that a breath that was cut off cannot move the reading on. */
  let turn = 0;
  /** Where in the plan, since when and how often, nobody heard anything. */
  let unheard: readonly number[] = [];

  const become = (next: Partial<Playing>): void => {
    playing = { ...playing, ...next };
    for (const listener of listeners) listener();
  };

  const speak = (): void => {
    turn += 1;
    speech.hush();
    const mine = turn;
    const utterance = plan[playing.at];
    if (utterance === undefined) {
      become({ state: "done", at: Math.max(0, plan.length - 1) });
      return;
    }
    const parts = spoken(utterance, cast, announced, playing.rate);
    const sayFrom = (index: number): void => {
      const part = parts[index];
      if (part === undefined) {
        become({ at: playing.at + 1 });
        speak();
        return;
      }
      speech.say(part.text, part.part, playing.rate, (wasHeard) => {
        if (mine !== turn) return;
        unheard = wasHeard ? [] : [...unheard, playing.at];
        if (unheard.length < mostUnheard) sayFrom(index + 1);
        else pause(unheard[0] ?? playing.at);
      });
    };
    sayFrom(0);
  };
  const hush = (): void => {
    turn += 1;
    speech.hush();
  };
  const pause = (at: number): void => {
    hush();
    unheard = [];
    become({ state: "paused", at });
  };

  return {
    get: () => playing,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    play: () => {
      become({ state: "playing", at: playing.state === "done" ? 0 : playing.at });
      speak();
    },
    pause: () => pause(playing.at),
    goTo: (at) => {
      become({
        at: Math.min(Math.max(at, 0), plan.length - 1),
        state: playing.state === "done" ? "playing" : playing.state,
      });
      if (playing.state === "playing") speak();
    },
    setRate: (rate) => {
      become({ rate });
      if (playing.state === "playing") speak();
    },
    stop: hush,
  };
}

/** One breath in its clauses, with what announces it: “quote” and “end quote” where everybody has the narrator's voice. */
function spoken<Voice>(
  utterance: Utterance,
  cast: Cast<Voice>,
  announced: { readonly quote: string; readonly endQuote: string },
  rate: number,
): readonly { readonly text: string; readonly part: Part<Voice> }[] {
  const part = utterance.quotation === null ? cast.narrator : cast.partOf(utterance.speaker);
  const own = clausesOf(utterance.text, longest, rate).map((text) => ({ text, part }));
  if (cast.distinct || utterance.quotation === null) return own;
  return [
    ...(utterance.opens ? [{ text: announced.quote, part: cast.narrator }] : []),
    ...own,
    ...(utterance.closes ? [{ text: announced.endQuote, part: cast.narrator }] : []),
  ];
}
