/** A word without accents and capitals, as names are compared. */
export function fold(word: string): string {
  const plain = /^[ -~]*$/.test(word)
    ? word
    : word.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'");
  return plain.toLowerCase();
}
