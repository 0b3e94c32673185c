import { isPlain } from "./characters.ts";
import { type CliticSplit, type Clitics, splitClitic } from "./clitics.ts";
import { isUntitled } from "./function-words.ts";
import { type Gender, UNKNOWN, type Word } from "./word.ts";

/** What is true of a word wherever it is written like this. */
export interface Form {
  readonly kind: "word" | "number" | "mark";
  /** As written, without a possessive ending; one character for a mark. */
  readonly text: string;
  readonly lower: string;
  /** As names are compared: in small letters, without accents. */
  readonly key: string;
  /** Whose given name it is, as names are compared. */
  readonly givenGender: Gender;
  readonly capital: boolean;
  /** “NorthRail”: a capital inside, as no person has but McCarthy and DeSantis. */
  readonly camel: boolean;
  /** “NATO”, “R&D” */
  readonly acronym: boolean;
  /** “Varga’s” */
  readonly possessive: boolean;
  /** “I”, “will”: hardly a title's word. */
  readonly untitled: boolean;
  /** The same, within a story, for all forms that differ in capitals or a possessive ending alone. */
  readonly id: number;
  readonly word: Word;
  /** Where it is split into two words: “dit-elle”; null for one. */
  readonly clitic: CliticSplit | null;
}

/** A form and what it is found by. */
interface Entry extends Form {
  readonly written: string;
  readonly hash: number;
}

const POSSESSIVE = /(?:[’']s|(?<=[sz])[’'])$/iu;
/** “she’d”, “they’re” */
const CONTRACTED = /[’'](?:d|ll|ve|re)$/;
/** “@dockhand_dee”, “al-Masri”: names that begin with no capital. */
const HANDLE = /^[@#]|^(?:al|ul|el|ad|as)-\p{Lu}/u;
const CAMEL = /^(?!Ma?c|Fitz|De|Di|Du|La|Le|Van)\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u;
const ACRONYM = /^[\p{Lu}&]{2,6}$/u;
const WORD = /^[@#]?[\p{L}_]/u;
/** A letter of another script than the engine's languages are written in, most of which have no capitals. */
const OTHER_SCRIPT = /^(?!\p{Script=Latin})\p{L}/u;
/** So many forms may stay known between stories: newspapers repeat their words. */
const MAX_FORMS = 20_000;
/** To begin with: a table that the nearer caches hold is the faster, and grows where a story needs it to. */
const SLOTS = 8_192;

/**
 * A language's forms, each worked out when it is first met. A hash table of its own, because to cut every word out
 * of the story only to look it up cost more than the look-up.
 */
export class Forms {
  readonly #lookUp: (lower: string) => Word;
  #slots = new Array<Entry | null>(SLOTS).fill(null);
  #count = 0;
  readonly #ids = new Map<string, number>();

  readonly #clitics: Clitics | null;

  constructor(lookUp: (lower: string) => Word, clitics: Clitics | null) {
    this.#lookUp = lookUp;
    this.#clitics = clitics;
  }

  /** Called before each story, so that neither a long one nor many fill the memory. */
  startStory(): void {
    if (this.#count <= MAX_FORMS) return;
    this.#slots = new Array<Entry | null>(SLOTS).fill(null);
    this.#count = 0;
    this.#ids.clear();
  }

  /** Every `id` given in this story is smaller. */
  get size(): number {
    return this.#ids.size;
  }

  /** The form of what a text has from `start` to `end`. */
  read(text: string, start: number, end: number): Form {
    let hash = 0;
    for (let at = start; at < end; at++) hash = mix(hash, text.charCodeAt(at));
    return this.#find(text, start, end, hash);
  }

  /** The form of the ASCII letters and digits at a place; null where there are none, or perhaps more than these. */
  readPlain(text: string, start: number, limit: number): Form | null {
    let hash = 0;
    let at = start;
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      if (isPlain(unit)) hash = mix(hash, unit);
      else if (mayGoOn(unit)) return null;
      else break;
    }
    return at > start ? this.#find(text, start, at, hash) : null;
  }

  #find(text: string, start: number, end: number, hash: number): Form {
    const slots = this.#slots;
    let slot = slotOf(hash, slots.length);
    for (let entry = slots[slot]; entry != null; entry = slots[slot]) {
      if (entry.hash === hash && matches(entry.written, text, start, end)) return entry;
      slot = (slot + 1) & (slots.length - 1);
    }
    // A copy: what is cut from a story, and kept, would keep the whole story.
    const written = text.slice(start, end).split("").join("");
    const made = this.#make(written, hash);
    slots[slot] = made;
    if (++this.#count * 2 > slots.length) this.#grow();
    return made;
  }

  #grow(): void {
    const slots = new Array<Entry | null>(this.#slots.length * 2).fill(null);
    for (const entry of this.#slots) {
      if (entry === null) continue;
      let slot = slotOf(entry.hash, slots.length);
      while (slots[slot] !== null) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry;
    }
    this.#slots = slots;
  }

  #make(written: string, hash: number): Entry {
    const kind = WORD.test(written) ? "word" : /^[0-9]/.test(written) ? "number" : "mark";
    const possessive = kind === "word" && POSSESSIVE.test(written);
    const text = possessive ? written.replace(POSSESSIVE, "") : written;
    const lower = text.toLowerCase();
    const id = this.#ids.get(lower) ?? this.#ids.size;
    this.#ids.set(lower, id);
    const key = fold(lower);
    return {
      written,
      hash,
      kind,
      text,
      lower,
      key,
      givenGender: this.#lookUp(key).givenGender,
      capital: kind === "word" && isLarge(text, lower),
      camel: CAMEL.test(text),
      acronym: ACRONYM.test(text),
      possessive,
      untitled: isUntitled(lower, possessive),
      id,
      word: kind === "mark" ? UNKNOWN : this.#wordOf(lower),
      clitic:
        kind === "word" && this.#clitics !== null
          ? splitClitic(written, this.#clitics, (verb) => this.#isVerb(verb))
          : null,
    };
  }

  #isVerb(lower: string): boolean {
    const { cue, auxiliary } = this.#lookUp(lower);
    return cue !== null || auxiliary;
  }

  #wordOf(lower: string): Word {
    const word = this.#lookUp(lower.replace("'", "’"));
    if (word !== UNKNOWN || !CONTRACTED.test(lower)) return word;
    const { pronoun } = this.#lookUp(uncontracted(lower));
    return pronoun === null ? UNKNOWN : { ...UNKNOWN, pronoun };
  }
}

/** Whether a word is written as a name is: “Varga”, “@dockhand_dee”, “李伟”. */
function isLarge(text: string, lower: string): boolean {
  if (text.charAt(0) !== lower.charAt(0) || HANDLE.test(text)) return true;
  return text.charCodeAt(0) > 0x24f && OTHER_SCRIPT.test(text);
}

/** A word without accents and capitals, as names are compared. */
function fold(word: string): string {
  const plain = /^[ -~]*$/.test(word)
    ? word
    : word.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'");
  return plain.toLowerCase();
}

/** “she” of “she’d” */
export function uncontracted(lower: string): string {
  return lower.replace(CONTRACTED, "");
}

function mix(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** What may join two halves of a word, or be a letter of another script: “don’t”, “3.5”, “AT&T”, “señor”. */
function mayGoOn(unit: number): boolean {
  return unit > 127 || unit === 39 || unit === 46 || unit === 38 || unit === 45 || unit === 95;
}

function slotOf(hash: number, length: number): number {
  return hash & (length - 1);
}

function matches(written: string, text: string, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = 0; at < written.length; at++)
    if (written.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
