import { useSyncExternalStore } from "react";
import { sameLanguage } from "./same-language.ts";

const subscribe = (changed: () => void): (() => void) => {
  if (!("speechSynthesis" in window)) return () => undefined;
  // Chromium fetches its list of voices when first asked for it, and says when it is there.
  speechSynthesis.addEventListener("voiceschanged", changed);
  return () => speechSynthesis.removeEventListener("voiceschanged", changed);
};

/** Whether this browser has a voice that can read a language aloud; false until React has hydrated the page. */
export const useSpeech = (lang: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () =>
      "speechSynthesis" in window &&
      speechSynthesis.getVoices().some((voice) => sameLanguage(voice.lang, lang)),
    () => false,
  );
