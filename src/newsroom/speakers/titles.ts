/** Titles before a name: they come and go without changing who is meant. */
export const titles: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx master sir dame lord lady baron baroness count countess duke duchess earl
  king queen prince princess emperor pope president chancellor premier governor gov mayor senator sen
  congressman congresswoman representative rep minister secretary ambassador councillor cllr alderman
  dr doctor prof professor judge justice magistrate inspector detective superintendent constable pc
  officer sheriff commissioner chief captain capt colonel col general gen lieutenant lt major maj
  sergeant sgt corporal cpl private pte admiral commander cmdr commodore brigadier marshal
  rev reverend father fr sister brother bishop archbishop cardinal canon dean rabbi imam sheikh
  coach hon honourable honorable ayatollah
  monsieur mme madame mlle mademoiselle herr frau señor señora señorita sr sra don doña signor signora`.split(
    /\s+/,
  ),
);

/** Titles that tell a man from a woman: “Mr Ainsley” is not “Mrs Ainsley”. */
const men = new Set(
  "mr sir lord baron count duke earl king prince monsieur herr señor sr don signor".split(" "),
);
const women = new Set(
  "mrs ms miss dame lady baroness countess duchess queen princess mme madame mlle mademoiselle frau señora señorita sra doña signora".split(
    " ",
  ),
);

export function genderOfTitles(tokens: readonly string[]): "man" | "woman" | null {
  if (tokens.some((token) => men.has(token))) return "man";
  return tokens.some((token) => women.has(token)) ? "woman" : null;
}
