/** One substitution of the folding. */
interface Fold {
  readonly find: RegExp;
  readonly put: string;
}

/** Every mark that may open, close or stand for an apostrophe, one code unit each. U+02BC is a letter, and none. */
const singleMarks = "'‘’‚‛‹›`´′＇";
const doubleMarks = '"“”„‟«»″〝〞〟「」『』＂';
const anyMark = new RegExp(`[${singleMarks}${doubleMarks}]`, "gu");

const beforeMarks: readonly Fold[] = [
  // Characters that nobody sees: soft hyphens, zero-width spaces, direction marks.
  { find: /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, put: "" },
  // Spaces of any kind and number; where one stands alone, as most do, there is nothing to put.
  { find: /[\s\u0085]{2,}|[^\S ]|\u0085/gu, put: " " },
  // TeX and wire services: ``Agreed,'' she said.
  { find: /``|''/g, put: '"' },
  // French marks keep a space inside: il a dit « non » hier.
  { find: /(^|[ (])([«‹]) /g, put: "$1$2" },
  { find: / ([»›])(?=$|[ ),.;:!?…-])/g, put: "$1" },
];

const afterMarks: readonly Fold[] = [
  // Wait... · Wait . . . · Wait …
  { find: / ?(?:…|\.(?: ?\.){2,})(?: ?[….])* ?/gu, put: "…" },
  // the plan--late · the plan — late · the plan–late · 2010-12
  { find: / ?(?:[-‐‑‒–—―−⸺⸻﹘﹣－] ?)+/gu, put: "-" },
  // French again: Non ! · Non!
  { find: / (?=[!?;:])/g, put: "" },
  // Marks that meet: “‘No’” he repeated.
  { find: /''+/g, put: "'" },
  // Commas and full stops stand inside American marks and outside British ones: the “plan,” the ‘plan’,
  { find: /([.,])'(?=[ '-]|$)/g, put: "'$1" },
  { find: /[\s.,。，،]+$/gu, put: "" },
];

/**
 * Folds typography away, so that two settings of the same words are the same string:
 * quotation marks, apostrophes, dashes, spaces, ellipses, a last comma or full stop.
 * Letters, case and digits stay as they are (letters in Unicode's composed form).
 * Folding what was folded changes nothing.
 */
export function fold(text: string): string {
  let folded = text.normalize("NFC");
  for (;;) {
    const again = substitute(foldMarks(substitute(folded, beforeMarks)), afterMarks).trim();
    if (again === folded) return folded;
    folded = again;
  }
}

/**
 * Makes every quotation mark and apostrophe a straight one, but keeps feet and
 * minutes (′) apart from inches and seconds (″): “It was 6' tall” is not 6".
 * After a digit a mark is a measure, unless it closes a mark of its kind: the ‘class of 99’.
 */
function foldMarks(text: string): string {
  const open: boolean[] = [];
  return text.replace(anyMark, (mark, at: number) => {
    const double = doubleMarks.includes(mark);
    if (at === 0 || /[\s([{'"‘“„«‹—–-]/.test(text.charAt(at - 1))) {
      open.push(double);
      return "'";
    }
    const opener = open.lastIndexOf(double);
    if (opener !== -1) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at + 1))) open.length = opener;
      return "'";
    }
    if (!/\d/.test(text.charAt(at - 1))) return "'";
    return double ? "″" : "′";
  });
}

function substitute(text: string, folds: readonly Fold[]): string {
  return folds.reduce((current, { find, put }) => current.replace(find, put), text);
}
