import { plain } from "#cli/terminal.ts";
import type { Article, Quotation } from "#model/article.ts";
import type { Correction, Decision } from "#model/correction.ts";
import { findWords } from "#newsroom/corrections/find-words.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { fold } from "#text/fold.ts";

export interface CorrectOptions {
  readonly role?: string;
  readonly nobody?: true;
}

export const decisionNames = [
  "speaker",
  "not-a-quotation",
  "quotation",
  "role",
  "same-person",
  "spelling",
] as const;

type Decided = Pick<Correction, "decision" | "wording">;

/**
 * Makes a decision of the command line's words. Throws RangeError where words
 * are missing or too many (a wrong use), and Unreadable where the story has no
 * such quotation, words or speaker.
 */
export function decide(
  article: Article,
  name: string,
  words: readonly string[],
  options: CorrectOptions,
): Decided {
  switch (name) {
    case "speaker": {
      const [quotation, speaker] = take(name, words, ["QUOTATION", options.nobody ? null : "NAME"]);
      const { id, text } = quotationNamed(article, quotation);
      return {
        decision: { kind: "speaker", quotation: id, name: speaker || null, role: options.role ?? null },
        wording: text,
      };
    }
    case "not-a-quotation": {
      const [quotation] = take(name, words, ["WORDS"]);
      const { id, text } = quotationNamed(article, quotation);
      return { decision: { kind: "not-a-quotation", quotation: id }, wording: text };
    }
    case "quotation": {
      const [text, speaker] = take(name, words, words.length < 2 ? ["WORDS"] : ["WORDS", "NAME"]);
      const segment = findWords(article.blocks, text, () => false);
      const block = article.blocks.find(({ id }) => id === segment?.block);
      if (segment === null || block === undefined)
        throw new Unreadable(`the story does not hold the words “${text}”`);
      const exact = block.text.slice(segment.start, segment.end);
      return {
        decision: { kind: "quotation", text: exact, name: speaker || null, role: options.role ?? null },
        wording: exact,
      };
    }
    case "role": {
      const [speaker, role] = take(name, words, ["NAME", options.nobody ? null : "ROLE"]);
      return about({ kind: "role", name: speakerNamed(article, speaker), role: role || null });
    }
    case "same-person": {
      const [speaker, as] = take(name, words, ["NAME", "AS"]);
      return about({ kind: "same-person", name: speakerNamed(article, speaker), as });
    }
    default: {
      const [speaker, as] = take(name, words, ["NAME", "AS"]);
      return about({ kind: "spelling", name: speakerNamed(article, speaker), as });
    }
  }
}

const about = (decision: Decision): Decided => ({ decision, wording: null });

/** The words that a decision needs; a null name needs none. */
function take(
  name: string,
  words: readonly string[],
  needed: readonly (string | null)[],
): readonly [string, string] {
  const names = needed.filter((each) => each !== null);
  if (words.length !== names.length || words.some((word) => word.trim() === "")) {
    throw new RangeError(`${name} takes ${names.join(" and ")}`);
  }
  const [first = "", second = ""] = words.map((word) => word.trim());
  return [first, second];
}

/** The one quotation with this id, or whose words these are or begin with. */
function quotationNamed({ quotations, slug }: Article, name: string): Quotation {
  const words = fold(name.replace(/^["“‘](.+)["”’]$/u, "$1"));
  const exact = quotations.filter(({ id, text }) => id === name || fold(text) === words);
  const found = exact.length > 0 ? exact : quotations.filter(({ text }) => fold(text).startsWith(words));
  const [only] = found;
  if (only === undefined) throw new Unreadable(`no quotation of “${slug}” begins with “${plain(name)}”`);
  if (found.length > 1) {
    throw new Unreadable(
      `${found.length} quotations begin with “${plain(name)}”; name one by its id: ${found.map(({ id }) => id).join(", ")}`,
    );
  }
  return only;
}

function speakerNamed({ speakers, slug }: Article, name: string): string {
  const folded = fold(name).toLowerCase();
  const found = speakers.find((speaker) => fold(speaker.name).toLowerCase() === folded);
  if (found !== undefined) return found.name;
  const all = speakers.map((speaker) => plain(speaker.name)).join(", ");
  throw new Unreadable(
    `nobody called “${plain(name)}” speaks in “${slug}”; those who do: ${all || "nobody"}`,
  );
}
