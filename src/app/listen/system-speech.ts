import type { Speech } from "./player.ts";

/** The browser's speech synthesis; `lang` is the story's. */
export function systemSpeech(synthesis: SpeechSynthesis, lang: string): Speech<SpeechSynthesisVoice> {
  /** Chromium drops an utterance that nobody holds, and its `end` with it. */
  let held: SpeechSynthesisUtterance | null = null;
  return {
    say: (text, { voice, pitch }, rate, ended) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = voice?.lang ?? lang;
      utterance.voice = voice;
      utterance.pitch = pitch;
      utterance.rate = rate;
      utterance.onend = ended;
      utterance.onerror = ({ error }) => {
        // What we hushed ourselves ended already.
        if (error !== "canceled" && error !== "interrupted") ended();
      };
      held = utterance;
      synthesis.speak(held);
    },
    hush: () => {
      held = null;
      synthesis.cancel();
    },
  };
}
