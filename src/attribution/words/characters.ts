const LETTER = /[\p{L}\p{N}]/u;

/** A letter or digit of ASCII. */
export function isPlain(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

/** A small letter of ASCII: by far the most of a story’s units, so that to ask for it first spares a pattern. */
export function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

const LARGE = /^\p{Lu}/u;

/** Whether a capital of any script stands at a place. */
export function isLargeAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? unit >= 65 && unit <= 90 : LARGE.test(text.charAt(at));
}

/** Whether a letter or digit of any script stands at a place; half a surrogate pair is none. */
export function isLetterAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? isPlain(unit) : LETTER.test(text.charAt(at));
}
