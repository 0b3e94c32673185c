import { expect, it } from "vitest";
import { firstSpeaker, lastChange, type PermalinkEvent } from "#model/permalink.ts";

const speaker = (name: string) => ({ id: "s1", name, role: null, kind: "person" as const, introduced: null });
const event = (revision: number, what: PermalinkEvent["event"], name: string | null): PermalinkEvent => ({
  revision,
  date: `2026-03-0${revision}T09:00:00Z`,
  event: what,
  speaker: name === null ? null : speaker(name),
  text: "Nothing is lost,",
});

it("words are first whose they were published as, however often they changed hands", () => {
  const history = [
    event(1, "published", "Ada"),
    event(2, "reattributed", "Tom"),
    event(3, "reattributed", "Ines"),
  ];
  expect(firstSpeaker({ history })?.name).toBe("Ada");
  expect(lastChange({ history, state: "reattributed" })?.revision).toBe(3);
});

it("words that were published as nobody's have no first speaker", () => {
  const history = [event(1, "published", null), event(2, "reattributed", "Tom")];
  expect(firstSpeaker({ history })).toBeNull();
});

it("words that stand as they were published have no change", () => {
  expect(lastChange({ history: [event(1, "published", "Ada")], state: "verbatim" })).toBeNull();
});
