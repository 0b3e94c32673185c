import type { Part } from "./cast.ts";
import type { Speech } from "./player.ts";
import { secondsToSay } from "./speaking-time.ts";

/** How long a voice is given to begin, in seconds: one from the network fetches what it says first. */
const toBegin = 8;
/** How much slower than others a voice may be, and how many seconds it may pause on top, before it counts as silent. */
const slowness = 1.75;
const spare = 3;

/**
 * The browser's speech synthesis. It does not always say when it has fallen
 * silent: Chromium's network voices stop after about 15 seconds of one
 * utterance without an `end`, and at times never begin. So each utterance is
 * watched: what does not begin is asked for once more, and what has begun is
 * over when it should long have ended.
 *
 * @param lang the story's BCP 47 tag
 */
export function systemSpeech(synthesis: SpeechSynthesis, lang: string): Speech<SpeechSynthesisVoice> {
  /** Chromium drops an utterance that nobody holds, and its `end` with it. */
  let held: SpeechSynthesisUtterance | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const say = (
    text: string,
    part: Part<SpeechSynthesisVoice>,
    rate: number,
    ended: (wasHeard: boolean) => void,
    mayRepeat: boolean,
  ): void => {
    const utterance = utteranceOf(text, part, rate, lang);
    let hasBegun = false;
    /** What was hushed or given up may still tell that it is over. */
    const isHeld = (): boolean => held === utterance;
    const end = (wasHeard: boolean): void => {
      if (!isHeld()) return;
      clearTimeout(watch);
      held = null;
      ended(wasHeard);
    };
    const giveUp = (): void => {
      held = null;
      // It holds on to what it fell silent over, and would say nothing else.
      synthesis.cancel();
      if (!hasBegun && mayRepeat) say(text, part, rate, ended, false);
      else ended(hasBegun);
    };
    const wait = (seconds: number): void => {
      clearTimeout(watch);
      watch = setTimeout(giveUp, seconds * 1_000);
    };
    const hear = (from: number): void => {
      if (!isHeld()) return;
      hasBegun = true;
      wait(secondsToSay(text.slice(from), rate) * slowness + spare);
    };
    utterance.onstart = () => hear(0);
    utterance.onboundary = ({ charIndex }) => hear(charIndex);
    utterance.onend = () => end(true);
    utterance.onerror = ({ error }) => {
      // What we hushed ourselves ended already.
      if (error !== "canceled" && error !== "interrupted") end(false);
    };
    held = utterance;
    wait(toBegin);
    synthesis.speak(utterance);
  };

  return {
    say: (text, part, rate, ended) => say(text, part, rate, ended, true),
    hush: () => {
      clearTimeout(watch);
      held = null;
      synthesis.cancel();
    },
  };
}

function utteranceOf(
  text: string,
  { voice, pitch }: Part<SpeechSynthesisVoice>,
  rate: number,
  lang: string,
): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  return Object.assign(utterance, { lang: voice?.lang ?? lang, voice, pitch, rate });
}
