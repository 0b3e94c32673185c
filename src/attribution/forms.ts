import { UNKNOWN, type Word } from "./word.ts";

/** What is true of a word wherever it is written like this. */
export interface Form {
  readonly kind: "word" | "number" | "mark";
  /** As written, without a possessive ending; one character for a mark. */
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  /** “Varga’s” */
  readonly possessive: boolean;
  /** The same, within a story, for all forms that differ in capitals or a possessive ending alone. */
  readonly id: number;
  readonly word: Word;
}

const POSSESSIVE = /(?:[’']s|(?<=[sz])[’'])$/iu;
/** “@dockhand_dee”, “al-Masri”: names that begin with no capital. */
const HANDLE = /^[@#]|^(?:al|ul|el|ad|as)-\p{Lu}/u;
const WORD = /^[@#]?[\p{L}_]/u;
/** So many forms may stay known between stories: newspapers repeat their words. */
const KEPT = 20_000;

/** A language's forms, each worked out when it is first met. */
export class Forms {
  readonly #lookUp: (lower: string) => Word;
  readonly #forms = new Map<string, Form>();
  readonly #ids = new Map<string, number>();

  constructor(lookUp: (lower: string) => Word) {
    this.#lookUp = lookUp;
  }

  /** Called before each story, so that neither a long one nor many fill the memory. */
  startStory(): void {
    if (this.#forms.size <= KEPT) return;
    this.#forms.clear();
    this.#ids.clear();
  }

  /** Every `id` given in this story is smaller. */
  get size(): number {
    return this.#ids.size;
  }

  read(written: string): Form {
    const known = this.#forms.get(written);
    if (known !== undefined) return known;
    // A copy: what is cut from a story, and kept, would keep the whole story.
    const copy = written.split("").join("");
    const form = this.#make(copy);
    this.#forms.set(copy, form);
    return form;
  }

  #make(written: string): Form {
    const kind = WORD.test(written) ? "word" : /^[0-9]/.test(written) ? "number" : "mark";
    const possessive = kind === "word" && POSSESSIVE.test(written);
    const text = possessive ? written.replace(POSSESSIVE, "") : written;
    const lower = text.toLowerCase();
    const id = this.#ids.get(lower) ?? this.#ids.size;
    this.#ids.set(lower, id);
    return {
      kind,
      text,
      lower,
      capital: kind === "word" && (text.charAt(0) !== lower.charAt(0) || HANDLE.test(text)),
      possessive,
      id,
      word: kind === "mark" ? UNKNOWN : this.#lookUp(lower),
    };
  }
}
