const longestSlug = 80;

/**
 * An address made of a headline: lower-case letters and digits of any script,
 * words joined by hyphens, accents off Latin letters. “Café society’s ‘end’” is
 * `cafe-societys-end`; a headline without letters or digits is `story`.
 */
export function slugOf(headline: string): string {
  const words = headline
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/['’‘ʼ\u00ad]/gu, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    if (slug !== "" && slug.length + 1 + word.length > longestSlug) break;
    slug = slug === "" ? Array.from(word).slice(0, longestSlug).join("") : `${slug}-${word}`;
  }
  return slug === "" ? "story" : slug;
}

/** Whether somebody may choose this slug: what `slugOf` could have made. */
export const isSlug = (slug: string): boolean => slug === slugOf(slug) && slug.length <= longestSlug;
