import type { Speaker } from "#model/article.ts";

const small =
  /^(of|the|and|for|de|der|den|van|von|da|di|la|le|al|bin|ibn|mr|mrs|ms|dr|sir|dame|lord|lady|prof)\.?$/iu;

/**
 * Initials for a story's speakers, no two alike: “Joanna Davinson” is JD;
 * where a “John Dale” speaks too, he is JoD… and with a second John Dale, JD2.
 */
export function initialsOf(speakers: readonly Pick<Speaker, "name" | "kind">[]): readonly string[] {
  const taken = new Set<string>();
  return speakers.map((speaker) => {
    const choice = candidates(speaker).find((letters) => !taken.has(letters)) ?? "";
    taken.add(choice);
    return choice;
  });
}

function* candidates({ name, kind }: Pick<Speaker, "name" | "kind">): Generator<string> {
  const words = name.split(/[\s-]+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const full = words.filter((word) => !small.test(word));
  const parts = full.length === 0 ? words : full;
  const first = letters(parts[0] ?? name);
  const last = letters(parts.at(-1) ?? name);
  const short = name.length <= 4 && name === name.toUpperCase() ? name : null;
  const plain =
    short ??
    (parts.length < 2
      ? first.slice(0, 2).join("")
      : kind === "person"
        ? `${first[0] ?? ""}${last[0] ?? ""}`
        : parts
            .slice(0, 3)
            .map((part) => letters(part)[0] ?? "")
            .join("")
            .toUpperCase());
  yield plain;
  if (parts.length > 1) {
    yield `${first.slice(0, 2).join("")}${last[0] ?? ""}`;
    yield `${first[0] ?? ""}${last.slice(0, 2).join("")}`;
  }
  for (let number = 2; ; number++) yield `${plain}${number}`;
}

const letters = (word: string): readonly string[] => [...word].filter((sign) => /\p{L}|\p{N}/u.test(sign));
