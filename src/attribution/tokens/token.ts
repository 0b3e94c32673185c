import type { Passage } from "#attribution/marks/passage.ts";
import type { Form } from "#attribution/words/forms.ts";
import type { Span } from "#text/spans.ts";

/** “J.R.”, before its last full stop. */
export const INITIALS = /^\p{Lu}(?:\.\p{Lu})*$/u;

/** A word, a punctuation mark, a whole passage or the end of a paragraph; where it stands, and its form. */
export class Token implements Span {
  readonly kind: Form["kind"] | "passage" | "break";
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly paragraph: number;
  /** Numbered through the story. */
  readonly sentence: number;
  /** The first word of its sentence (or of its clause after a colon), whose capital says nothing. */
  readonly initial: boolean;
  /** The passage that it is; null for every other token. */
  readonly passage: Passage | null;

  constructor(
    kind: Token["kind"],
    start: number,
    end: number,
    form: Form,
    paragraph: number,
    sentence: number,
    initial: boolean,
    passage: Passage | null,
  ) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.form = form;
    this.paragraph = paragraph;
    this.sentence = sentence;
    this.initial = initial;
    this.passage = passage;
  }

  get text(): string {
    return this.form.text;
  }

  get lower(): string {
    return this.form.lower;
  }

  get capital(): boolean {
    return this.form.capital;
  }

  get possessive(): boolean {
    return this.form.possessive;
  }

  get id(): number {
    return this.form.id;
  }

  get word(): Form["word"] {
    return this.form.word;
  }
}

/**
 * What a list has at an index; undefined at -1, by which the passes say “none”. To ask an array itself for what stands
 * before its start costs V8 as much as eighty reads, for it looks for a property called “-1”.
 */
export function itemAt<T>(list: readonly T[], index: number): T | undefined {
  return index < 0 ? undefined : list[index];
}
