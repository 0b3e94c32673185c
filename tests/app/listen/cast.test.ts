import { describe, expect, it } from "vitest";
import { castVoices, type SystemVoice } from "#app/listen/cast.ts";

const voice = (voiceURI: string, lang: string, preferred = false): SystemVoice => ({
  voiceURI,
  lang,
  default: preferred,
  localService: true,
});
const speakers = ["s1", "s2", "s3"].map((id) => ({ id }));

describe("the cast of a reading", () => {
  it("takes voices of the story's language, the system's own for the narrator", () => {
    const cast = castVoices(
      [voice("de", "de-DE", true), voice("x", "en-US"), voice("y", "en_GB", true)],
      "en-GB",
      speakers,
    );
    expect(cast.narrator.voice?.voiceURI).toBe("y");
    expect(cast.partOf("s1").voice?.voiceURI).toBe("x");
    expect(cast.distinct).toBe(true);
  });

  it("never lets two speakers sound alike, nor like the narrator", () => {
    const voices = [voice("a", "en"), voice("b", "en"), voice("c", "en")];
    const cast = castVoices(voices, "en", speakers);
    const parts = ["s1", "s2", "s3", null].map((id) => cast.partOf(id)).concat(cast.narrator);
    expect(new Set(parts.map(({ voice, pitch }) => `${voice?.voiceURI} ${pitch}`)).size).toBe(parts.length);
  });

  it("says when there is one voice for everybody", () => {
    const cast = castVoices([voice("a", "en")], "en", speakers);
    expect(cast.distinct).toBe(false);
    expect(cast.partOf("s1")).toEqual(cast.narrator);
  });
});
