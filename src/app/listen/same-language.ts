/** A language tag as BCP 47 has it: some systems write `en_GB`. */
export const normalTag = (tag: string): string => tag.replaceAll("_", "-").toLowerCase();

/** Whether two tags name one language, whatever the region: `en-GB` and `en-US` do. */
export const sameLanguage = (a: string, b: string): boolean =>
  normalTag(a).split("-")[0] === normalTag(b).split("-")[0];
