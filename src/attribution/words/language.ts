import { eld } from "eld/extrasmall";
import { attributedLanguages, isAttributed } from "#model/languages.ts";

const PIECE = 25;
/** So much of a story is read again where a first look does not show one of the engine's languages. */
const LONG_PIECE = 200;
/** A story with fewer Latin letters may well look like a language that it is not in; other scripts tell sooner. */
const TELLING = 80;
const OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/gu;

function isTelling(text: string): boolean {
  const others = text.slice(0, TELLING).match(OTHER_LETTERS)?.length ?? 0;
  return text.length + 4 * others >= TELLING;
}

/** Tells our languages apart; the other tells all sixty that it knows. */
const ours = eld.newInstance();
ours.setLanguageSubset([...attributedLanguages]);
const all = eld.newInstance();

/**
 * The language of a story, a BCP 47 tag: the one it is labelled with, where the engine knows that or the text does not
 * show another; else the one that its letters show. English where nothing does.
 *
 * @param label the tag that the story came with
 */
export function languageOf(text: string, label: string | null): string {
  if (label !== null && isAttributed(label)) return label;
  const found = detect(text);
  if (label === null || label === "und") return found ?? "en";
  return found !== null && isAttributed(found) && isTelling(text) ? found : label;
}

/** The language that a text surely is in; null where that does not show. */
function detect(text: string): string | null {
  const short = sample(text, PIECE);
  if (isAttributed(all.detect(short).language)) {
    const known = ours.detect(short);
    return known.isReliable() ? known.language : null;
  }
  const long = sample(text, LONG_PIECE);
  const found = all.detect(long);
  if (found.language !== "" && isTelling(long) && found.isReliable()) return found.language;
  const known = ours.detect(short);
  return known.language !== "" && known.isReliable() ? known.language : null;
}

/**
 * Three short pieces from within, so that every story costs the same and a foreign title at its head decides nothing.
 */
function sample(text: string, length: number): string {
  if (text.length <= 5 * length) return text;
  const piece = (share: number) => {
    const start = Math.floor(text.length * share);
    return text.slice(start, start + length);
  };
  return `${piece(0.2)} ${piece(0.5)} ${piece(0.8)}`;
}
