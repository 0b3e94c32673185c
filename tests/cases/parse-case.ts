/** A speaker as a case's header gives them: `role` is undefined where any will do. */
export interface GoldenSpeaker {
  readonly name: string;
  readonly role: string | null | undefined;
  readonly kind: string;
}

/** A piece of a case's text inside ⟦…⟧: `speaker` is null for “?”. */
export interface GoldenQuote {
  readonly kind: "direct" | "mixed" | "turn";
  readonly statement: string;
  readonly speaker: GoldenSpeaker | null;
  readonly segments: readonly string[];
}

export interface GoldenCase {
  readonly title: string;
  readonly lang: string | null;
  readonly text: string;
  readonly quotes: readonly GoldenQuote[];
}

const KINDS = { d: "direct", m: "mixed", t: "turn" } as const;
const MARKS = new Set("“”„‟‘’‚«»‹›「」『』\"' \u00a0\u202f\n");

/** The words inside a piece's outer marks, spaces aside. */
function inner(piece: string): string {
  let start = 0;
  let end = piece.length;
  while (start < end && MARKS.has(piece.charAt(start))) start++;
  while (end > start && MARKS.has(piece.charAt(end - 1))) end--;
  return piece.slice(start, end);
}

function parseOne(title: string, source: string): GoldenCase {
  const cut = source.search(/^---$/m);
  if (cut < 0) throw new Error(`${title}: no line of ---`);
  const speakers = new Map<string, GoldenSpeaker>();
  let lang: string | null = null;
  for (const line of source.slice(0, cut).split("\n")) {
    const [, word, rest = ""] = /^#(\w+)\s*(.*)$/.exec(line) ?? [];
    if (word === "lang") lang = rest.trim();
    if (word !== "sp") continue;
    const [key = "", name = "", role = "*", kind = "person"] = rest.split("|").map((part) => part.trim());
    speakers.set(key, { name, role: role === "*" ? undefined : role === "-" ? null : role, kind });
  }
  let text = "";
  const quotes: { -readonly [K in keyof GoldenQuote]: GoldenQuote[K] }[] = [];
  const open: { code: string; start: number }[] = [];
  let continues = false;
  const body = source.slice(cut + 4).replace(/\{\d+:([^}]*)\}/g, "$1");
  for (const [part] of body.matchAll(/⟦\/⟧|⟦[^⟧]*⟧|[^⟦]+/g)) {
    if (part === "⟦/⟧") {
      const piece = open.pop();
      if (piece === undefined) throw new Error(`${title}: ⟦/⟧ closes nothing`);
      const [, letter = "", statement = "", key = "", flags = ""] =
        /^([dmtxoh])(\d*)\s+(\S+)\s*(.*)$/.exec(piece.code) ?? [];
      if (letter === "x") continue;
      if (letter !== "d" && letter !== "m" && letter !== "t") throw new Error(`${title}: ⟦${piece.code}⟧?`);
      const speaker = key === "?" ? null : speakers.get(key);
      if (speaker === undefined) throw new Error(`${title}: no speaker ${key}`);
      const words = inner(text.slice(piece.start));
      const last = quotes.at(-1);
      if (continues && last) last.segments = [...last.segments, words];
      else quotes.push({ kind: KINDS[letter], statement, speaker, segments: [words] });
      continues = flags.split(/\s+/).includes("open");
    } else if (part.startsWith("⟦")) open.push({ code: part.slice(1, -1), start: text.length });
    else text += part;
  }
  return { title, lang, text: text.trimEnd(), quotes };
}

/** Reads a file of golden cases, as README.md here describes them; throws where the markup is wrong. */
export function parseCases(file: string, source: string): readonly GoldenCase[] {
  const parts = source.split(/^=== */m);
  if (parts.length === 1) return [parseOne(file, source)];
  return parts.slice(1).map((part) => {
    const end = part.indexOf("\n");
    return parseOne(`${file}: ${part.slice(0, end)}`, part.slice(end + 1));
  });
}
