import type { Lexicon } from "./lexicon.ts";
import { UNKNOWN, type Word } from "./word.ts";

/** What is true of a word wherever the story writes it like this. */
export interface Form {
  readonly kind: "word" | "number" | "mark";
  /** As written, without a possessive ending; one character for a mark. */
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  /** “Varga’s” */
  readonly possessive: boolean;
  /** The same for every form of the story that differs in capitals or a possessive ending alone. */
  readonly id: number;
  readonly word: Word;
}

const POSSESSIVE = /(?:[’']s|(?<=[sz])[’'])$/iu;
/** “@dockhand_dee”, “al-Masri”: names that begin with no capital. */
const HANDLE = /^[@#]|^(?:al|ul|el|ad|as)-\p{Lu}/u;
const WORD = /^[@#]?[\p{L}_]/u;

/** A story's forms, each worked out when it is first met; stretches and paragraph ends have the empty one. */
export function formReader(lexicon: Lexicon): (written: string) => Form {
  const forms = new Map<string, Form>();
  const ids = new Map<string, number>();
  return (written) => {
    const known = forms.get(written);
    if (known !== undefined) return known;
    const form = readForm(written, ids, lexicon);
    forms.set(written, form);
    return form;
  };
}

function readForm(written: string, ids: Map<string, number>, lexicon: Lexicon): Form {
  const kind = WORD.test(written) ? "word" : /^[0-9]/.test(written) ? "number" : "mark";
  const possessive = kind === "word" && POSSESSIVE.test(written);
  const text = possessive ? written.replace(POSSESSIVE, "") : written;
  const lower = text.toLowerCase();
  const id = ids.get(lower) ?? ids.size;
  ids.set(lower, id);
  return {
    kind,
    text,
    lower,
    capital: kind === "word" && (text.charAt(0) !== lower.charAt(0) || HANDLE.test(text)),
    possessive,
    id,
    word: kind === "mark" ? UNKNOWN : lexicon.word(lower),
  };
}
