import type { Form } from "#attribution/words/forms.ts";
import type { Span } from "#text/spans.ts";

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
  /** Index of the passage; -1 for every other token. */
  readonly passage: number;

  constructor(
    kind: Token["kind"],
    start: number,
    end: number,
    form: Form,
    paragraph: number,
    sentence: number,
    initial: boolean,
    passage: number,
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
