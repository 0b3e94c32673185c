const work =
  "submitted|posted|published|words|story|text|report(?:ed|ing)?|written|interview|review|analysis";
const lead = new RegExp(
  String.raw`^(?:(?:(?:${work})\s+)?(?:by|von|par|por|di|door|av|af)\s*:?|(?:${work})\s*:)\s+(?=\p{Lu}|\p{Lo})`,
  "iu",
);
const longestByline = 120;
const jobWords =
  /\b(?:editor|correspondent|reporter|writer|columnist|staff|bureau|desk|chief|producer|contributor)s?\b|\b(?:in \p{Lu}\p{L}+|for \p{L}+)\b/iu;

/** “ADA BERG FOR THE COURIER”: without “by”, only before the name of a paper. */
const inCapitals =
  /^(\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){1,3}) (?:FOR|OF) (?:THE )?(?:[\p{Lu}&'’-]+ ){0,3}(?:POST|TIMES|HERALD|NEWS|MAIL|PRESS|STAR|SUN|JOURNAL|TRIBUNE|TELEGRAPH|MERCURY|COURIER|GAZETTE|ECHO|CHRONICLE|OBSERVER|RECORD|EXPRESS|WEEKLY|MAGAZINE|BULLETIN|EXAMINER|ARGUS|STANDARD|REVIEW|MAIL)$/u;
/** Where somebody wrote, or for whom: “in Halden”, “à Paris”, “FOR THE POST”. Names have these words only before small letters. */
const place = /\s+(?:in|at|from|for|en|à|aus|IN|AT|FROM|FOR)\s+(?:the\s+|THE\s+)?\p{Lu}.*$/u;

/**
 * The author that a byline names: “By Ada Berg”, “By Ada Berg and Jon Dahl,
 * Political Editor” (the job is left out); null when the line is no byline
 * (“By noon the square was full.”).
 */
export function readByline(line: string): string | null {
  const trimmed = line.trim();
  if (trimmed.length > longestByline || /[.!?:”"]$/u.test(trimmed)) return null;
  const forPaper = inCapitals.exec(trimmed)?.[1];
  if (forPaper !== undefined) return authorNames(forPaper);
  // What follows a bar is the paper, or a job.
  return lead.test(trimmed) ? authorNames(trimmed.replace(lead, "").split(/\s*[|·•]\s*/u)[0] ?? "") : null;
}

/** Names as metadata or a byline gives them, without jobs, handles and addresses; null when nothing is left. */
export function authorNames(value: string): string | null {
  const pieces = value
    .replace(/^by\s+(?=\p{Lu})/iu, "")
    .replace(/\s*(?:<[^>]*>|\([^)]*\)|@\S+|\S+@\S+)/gu, "")
    .split(/\s*[,|·•–—]\s+|\s*\|\s*/u)
    .map((piece) => piece.replace(place, "").trim())
    .filter((piece) => piece !== "");
  const names = pieces.filter((piece, index) => isNames(piece) && (index === 0 || !jobWords.test(piece)));
  return names.length === 0 || names.length < pieces.findIndex((piece) => !isNames(piece))
    ? null
    : names.join(", ");
}

/** Up to three names, each of up to five words that start as names do. */
function isNames(piece: string): boolean {
  return piece.split(/\s+(?:and|und|et|y|e|en|og|och|&)\s+/u).every((name) => {
    const words = name.split(/\s+/u);
    return (
      words.length <= 5 &&
      words.some(startsUpper) &&
      words.every((word) => startsUpper(word) || /^\p{Ll}{1,4}$|^['’]/u.test(word))
    );
  });
}

const startsUpper = (word: string): boolean => /^[\p{Lu}\p{Lo}]|^\p{Ll}{1,3}['’]\p{Lu}/u.test(word);
