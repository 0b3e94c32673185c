import { describe, expect, it } from "vitest";
import { castVoices, type SystemVoice } from "#app/listen/cast.ts";
import { createPlayer, type Speech } from "#app/listen/player.ts";
import { secondsToSay } from "#app/listen/speaking-time.ts";
import { planSpeech, type Utterance } from "#app/listen/speech-plan.ts";
import { quotedStory } from "./quoted-story.ts";

const english = ["a", "b"].map((voiceURI) => ({ voiceURI, lang: "en", default: false, localService: true }));
const plan = planSpeech(quotedStory);

/** A speaker that says a text when it is told that it is finished. */
function patientSpeech() {
  const said: { text: string; voice: string | undefined; rate: number }[] = [];
  let finish: ((wasHeard: boolean) => void) | null = null;
  const speech: Speech<SystemVoice> = {
    say: (text, { voice }, rate, ended) => {
      said.push({ text, voice: voice?.voiceURI, rate });
      finish = ended;
    },
    hush: () => {
      finish = null;
    },
  };
  return {
    speech,
    said,
    texts: () => said.map(({ text }) => text),
    finish: () => finish?.(true),
    fail: () => finish?.(false),
    finisher: () => finish,
  };
}

function begin(voices: readonly SystemVoice[], at = 0, story: readonly Utterance[] = plan) {
  const stage = patientSpeech();
  const cast = castVoices(voices, "en", quotedStory.speakers);
  const player = createPlayer(
    story,
    cast,
    stage.speech,
    { quote: "Quote.", endQuote: "End quote." },
    { at, rate: 1 },
  );
  return { ...stage, player };
}

describe("a player", () => {
  it("reads on from breath to breath, each in its own voice, to the end", () => {
    const { player, said, finish } = begin(english);
    player.play();
    for (let breath = 0; breath < plan.length; breath++) finish();
    expect(said.map(({ text }) => text)).toEqual(plan.map(({ text }) => text));
    expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set(["a", "b"]));
    expect(player.get()).toMatchObject({ state: "done", at: plan.length - 1 });
  });

  it("announces quotations where there is one voice", () => {
    const { player, texts, finish } = begin(english.slice(0, 1), 3);
    player.play();
    for (let breath = 0; breath < 6; breath++) finish();
    expect(texts()).toEqual([
      "Quote.",
      "We keep the bridge,",
      "End quote.",
      "said Ines Okoro.",
      "Quote.",
      "It is ours.",
      "Nobody else would have it.",
    ]);
  });

  it("takes the breath up again after a pause", () => {
    const { player, texts, finish } = begin(english);
    player.play();
    finish();
    player.pause();
    expect(player.get()).toMatchObject({ state: "paused", at: 1 });
    player.play();
    expect(texts()).toEqual([plan[0]?.text, plan[1]?.text, plan[1]?.text]);
  });

  it("is not moved on by a breath that was cut off", () => {
    const { player, finisher } = begin(english);
    player.play();
    const late = finisher();
    player.goTo(4);
    late?.(true);
    expect(player.get().at).toBe(4);
  });

  it("says the breath again at another speed", () => {
    const { player, said } = begin(english);
    player.play();
    player.setRate(1.5);
    expect(said).toEqual([
      expect.objectContaining({ text: plan[0]?.text, rate: 1 }),
      expect.objectContaining({ text: plan[0]?.text, rate: 1.5 }),
    ]);
  });

  it("stays within the story", () => {
    const { player } = begin(english);
    player.goTo(-3);
    expect(player.get().at).toBe(0);
    player.goTo(999);
    expect(player.get().at).toBe(plan.length - 1);
  });

  it("begins again when it is done", () => {
    const { player, finish, texts } = begin(english, plan.length - 1);
    player.play();
    finish();
    player.play();
    expect(texts().at(-1)).toBe(plan[0]?.text);
  });

  it("says a long sentence clause by clause, as one sentence, for as long as a voice lasts", () => {
    const text = `${"We waited at the gate until the tide had gone out again, and nobody came; ".repeat(12)}so we left.`;
    const long = plan.slice(2, 3).map((utterance) => ({ ...utterance, text }));
    const { player, texts, finish } = begin(english, 0, [...long, ...plan.slice(3, 4)]);
    for (const rate of [0.75, 1]) {
      player.setRate(rate);
      const before = texts().length;
      player.play();
      while (player.get().at === 0) finish();
      const pieces = texts().slice(before, -1);
      expect(pieces.length).toBeGreaterThan(3);
      expect(pieces.join(" ")).toBe(text);
      for (const piece of pieces) expect(secondsToSay(piece, rate)).toBeLessThanOrEqual(12);
      player.pause();
      player.goTo(0);
    }
  });

  it("goes on after a sentence that nobody heard", () => {
    const { player, texts, fail, finish } = begin(english);
    player.play();
    fail();
    finish();
    expect(texts()).toEqual([plan[0]?.text, plan[1]?.text, plan[2]?.text]);
    expect(player.get()).toMatchObject({ state: "playing", at: 2 });
  });

  it("waits at what was not heard when the voice fails again and again", () => {
    const { player, texts, fail, finish } = begin(english);
    player.play();
    finish();
    for (let failures = 0; failures < 3; failures++) fail();
    expect(player.get()).toMatchObject({ state: "paused", at: 1 });
    player.play();
    expect(texts().at(-1)).toBe(plan[1]?.text);
  });
});
