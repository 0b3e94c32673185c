import type { Speaker } from "#model/article.ts";
import { normalTag, sameLanguage } from "./same-language.ts";

/** What the cast needs to know of a system's voice. */
export interface SystemVoice {
  readonly voiceURI: string;
  readonly lang: string;
  readonly default: boolean;
  readonly localService: boolean;
}

/** How one part is spoken. */
export interface Part<Voice> {
  /** Null: whatever the system takes for the language. */
  readonly voice: Voice | null;
  /** 1 is the voice's own. */
  readonly pitch: number;
}

export interface Cast<Voice> {
  readonly narrator: Part<Voice>;
  /** By the speaker's id. Those of nobody known share the last voice. */
  readonly partOf: (speaker: string | null) => Part<Voice>;
  /** Whether a quotation sounds different from the story; where not, it is announced. */
  readonly distinct: boolean;
}

/** So that a voice that is used again is still another one. */
const pitches = [1, 0.85, 1.15, 0.7, 1.3];

/**
 * Gives the narrator a voice and each speaker another, as far as the system's
 * voices of the story's language go; then the voices come round again, lower
 * and higher.
 *
 * @param lang the story's BCP 47 tag
 */
export function castVoices<Voice extends SystemVoice>(
  voices: readonly Voice[],
  lang: string,
  speakers: readonly Pick<Speaker, "id">[],
): Cast<Voice> {
  const [narrator = null, ...others] = voices
    .filter((voice) => sameLanguage(voice.lang, lang))
    .toSorted((a, b) => fitness(b, lang) - fitness(a, lang));
  const narration = { voice: narrator, pitch: 1 };
  if (others.length === 0) return { narrator: narration, partOf: () => narration, distinct: false };
  const parts = new Map(speakers.map(({ id }, index) => [id, partAt(others, index)]));
  const somebody = partAt(others, speakers.length);
  return {
    narrator: narration,
    partOf: (speaker) => (speaker === null ? somebody : (parts.get(speaker) ?? somebody)),
    distinct: true,
  };
}

function partAt<Voice>(voices: readonly Voice[], index: number): Part<Voice> {
  const round = Math.floor(index / voices.length);
  return { voice: voices[index % voices.length] ?? null, pitch: pitches[round % pitches.length] ?? 1 };
}

/** The system's own choice first, then the story's region, then voices that need no network. */
function fitness(voice: SystemVoice, lang: string): number {
  const region = normalTag(voice.lang) === normalTag(lang);
  return (voice.default ? 4 : 0) + (region ? 2 : 0) + (voice.localService ? 1 : 0);
}
