/** What a picture's line says: “Photo: Ada Berg”, “Image: The hall at dusk / Reuters”. */
export interface PictureLine {
  readonly caption: string | null;
  readonly credit: string | null;
}

const noun = "(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|foto|bild|crédit photo|fotografía)";

/** “Photo: …”, “Photo credit: …”, “Photograph by …”, “Credit: …”. */
const creditLabel = new RegExp(
  String.raw`^(?:(?:${noun}(?:\s+(?:credit|source|courtesy(?: of)?))?|(?:photo |image |picture )?credits?)\s*[:|]|${noun}\s+(?:by|courtesy of|von|de|di)\s)\s*(.+)$`,
  "iu",
);
/** “Illustration: Ada Berg” is no photograph's credit, and says so by its first word alone. */
const isDrawn = (credit: string): boolean => /^illustration/iu.test(credit);
const captionLabel = /^(?:caption|bildunterschrift|légende)\s*:\s*(.+)$/iu;
const agency =
  /(?:getty(?: images)?|reuters|afp|ap|associated press|pa(?: media| wire| images)?|press association|epa|shutterstock|istock|alamy|unsplash|dpa|ansa|anp|zuma press|bloomberg|xinhua|tass)/iu;
/** “Ada Berg/Getty Images”, “Reuters” alone on a line. */
const agencyLine = new RegExp(
  String.raw`^(?:[\p{Lu}][\p{L}\p{M}.’'-]*(?:\s+[\p{L}.’'-]+){0,4}\s*(?:/|for|via)\s*)*${agency.source}$`,
  "iu",
);
const personName = /^\p{Lu}[\p{L}.’'-]*(?:\s+(?:\p{Lu}[\p{L}.’'-]*|van|von|de|der|den|da|di|bin|al)){0,3}$/u;

/** “The hall at dusk. Photo: Ada Berg”: a whole line that is a caption, by what it ends with. */
const endsWithCredit = new RegExp(String.raw`[.!?…]\s+${noun}(?:\s+credit)?\s*:\s*\p{Lu}[^.!?]{1,60}$`, "iu");

const longestCreditLine = 200;

/** Reads a caption or credit line; null when the line is neither. */
export function readPictureLine(line: string): PictureLine | null {
  if (line.length > longestCreditLine) return null;
  const bare = line.trim().replace(/^[([]\s*(.+?)\s*[)\]]$/u, "$1");
  const caption = captionLabel.exec(bare)?.[1];
  if (caption !== undefined) return splitCredit(caption) ?? { caption, credit: null };
  const labelled = creditLabel.exec(bare)?.[1];
  if (labelled !== undefined) return isDrawn(bare) ? { caption: null, credit: bare } : splitSlash(labelled);
  if (agencyLine.test(bare)) return { caption: null, credit: bare };
  const ended = endsWithCredit.test(bare) ? splitCredit(bare) : null;
  return ended?.caption != null && !/[“”"]/u.test(ended.caption) ? ended : null;
}

/**
 * A caption that ends with its credit: “The hall at dusk. Photo: Ada Berg”,
 * “The hall at dusk (Reuters)”; null when it has none.
 */
export function splitCredit(caption: string): PictureLine | null {
  const inline = new RegExp(
    String.raw`^(.+?)(?:\s*[([|–—]\s*|\s+-\s+|\s+)((?:${noun}|credit|photo credit)(?:\s+credit)?\s*:\s*.+?|(?<=[.!?]\s+)${noun}\s+(?:by|courtesy of)\s.+?|©\s*.+?)[)\]]?$`,
    "iu",
  ).exec(caption);
  if (inline !== null) {
    const [, words = "", credit = ""] = inline;
    const name = isDrawn(credit) ? credit : (creditLabel.exec(credit)?.[1] ?? credit.replace(/^©\s*/u, ""));
    return { caption: words.trim(), credit: name };
  }
  const closing = /^(.+?)\s*[([]([^()[\]]{2,60})[)\]]$/u.exec(caption);
  if (closing?.[1] !== undefined && closing[2] !== undefined && isCredit(closing[2])) {
    return { caption: closing[1], credit: closing[2] };
  }
  return null;
}

/** “Reuters”, “Ada Berg/The Courier”. */
const isCredit = (words: string): boolean => {
  const [name, house] = words.split("/");
  return (
    agencyLine.test(words) || (name !== undefined && house !== undefined && personName.test(name.trim()))
  );
};

/** “The hall at dusk / Reuters” is a caption and its credit; “Ada Berg / Reuters” is all credit. */
function splitSlash(words: string): PictureLine {
  const slash = /^(.+?)\s+[/|]\s+(.+)$/u.exec(words);
  if (slash?.[1] === undefined || slash[2] === undefined) return { caption: null, credit: words };
  return personName.test(slash[1])
    ? { caption: null, credit: words }
    : { caption: slash[1], credit: slash[2] };
}
