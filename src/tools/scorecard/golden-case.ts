/** A speaker as a case's header gives them: `role` is undefined where any will do. */
export interface GoldenSpeaker {
  readonly name: string;
  readonly role: string | null | undefined;
  readonly kind: string;
  /** What else the story calls them. */
  readonly aliases: readonly string[];
}

/** A piece of a case's text inside ⟦…⟧: `speaker` is null for “?”; offsets are the case's, marks included. */
export interface GoldenQuote {
  readonly kind: "direct" | "mixed" | "turn" | "headline" | "document";
  readonly statement: string;
  readonly speaker: GoldenSpeaker | null;
  /** The words that name the speaker of this statement, where the markup shows them. */
  readonly mention: { readonly text: string; readonly start: number; readonly end: number } | null;
  readonly start: number;
  readonly end: number;
  readonly segments: readonly string[];
}

export interface GoldenCase {
  readonly title: string;
  readonly lang: string | null;
  readonly text: string;
  readonly quotes: readonly GoldenQuote[];
  /** Passages in marks that are no quotation. */
  readonly none: readonly { readonly start: number; readonly end: number }[];
}

const KINDS = { d: "direct", m: "mixed", t: "turn", h: "headline", o: "document" } as const;
const MARKS = new Set("“”„‟‘’‚«»‹›「」『』″＂`\"' \u00a0\u202f\n");

/** The words inside a piece's outer marks, spaces aside. */
export function innerWords(piece: string): string {
  let start = piece.startsWith(",,") ? 2 : 0;
  let end = piece.length;
  while (start < end && MARKS.has(piece.charAt(start))) start++;
  while (end > start && MARKS.has(piece.charAt(end - 1))) end--;
  return piece.slice(start, end);
}

/** A header's language and speakers by key. */
function parseHeader(header: string): { lang: string | null; speakers: ReadonlyMap<string, GoldenSpeaker> } {
  const speakers = new Map<string, GoldenSpeaker>();
  let lang: string | null = null;
  for (const line of header.split("\n")) {
    const [, word, rest = ""] = /^#(\w+)\s*(.*)$/.exec(line) ?? [];
    if (word === "lang") lang = rest.trim();
    if (word !== "sp") continue;
    const [key = "", name = "", role = "*", kind = "person", aliases = ""] = rest
      .split("|")
      .map((part) => part.trim());
    speakers.set(key, {
      name,
      role: role === "*" ? undefined : role === "-" ? null : role,
      kind,
      aliases: aliases.split(/\s*;\s*/).filter((alias) => alias !== ""),
    });
  }
  return { lang, speakers };
}

function parseOne(title: string, source: string): GoldenCase {
  const cut = source.search(/^---$/m);
  if (cut < 0) throw new Error(`${title}: no line of ---`);
  const { lang, speakers } = parseHeader(source.slice(0, cut));
  const marked = source.slice(cut + 4);
  const mentions = new Map<string, NonNullable<GoldenQuote["mention"]>>();
  let text = "";
  const quotes: { -readonly [K in keyof GoldenQuote]: GoldenQuote[K] }[] = [];
  const none: { start: number; end: number }[] = [];
  const open: { code: string; start: number }[] = [];
  let continues = false;
  for (const [part] of marked.matchAll(/⟦\/⟧|⟦[^⟧]*⟧|\{\d+:[^}]*\}|[^⟦{]+|\{/g)) {
    const [, number, naming] = /^\{(\d+):([^}]*)\}$/.exec(part) ?? [];
    if (number !== undefined && naming !== undefined) {
      mentions.set(number, { text: naming, start: text.length, end: text.length + naming.length });
      text += naming;
      continue;
    }
    if (part === "⟦/⟧") {
      const piece = open.pop();
      if (piece === undefined) throw new Error(`${title}: ⟦/⟧ closes nothing`);
      const { code, start } = piece;
      const end = text.length;
      if (/^x\b/.test(code)) {
        none.push({ start, end });
        continue;
      }
      const [, letter = "", statement = "", key = "", flags = ""] =
        /^([dmtho])(\d*)\s+(\S+)\s*(.*)$/.exec(code) ?? [];
      const kind = KINDS[letter as keyof typeof KINDS];
      if (kind === undefined) throw new Error(`${title}: ⟦${code}⟧?`);
      const speaker = key === "?" ? null : speakers.get(key);
      if (speaker === undefined) throw new Error(`${title}: no speaker ${key}`);
      const words = innerWords(text.slice(start));
      const last = quotes.at(-1);
      if (continues && last) Object.assign(last, { end, segments: [...last.segments, words] });
      else {
        quotes.push({ kind, statement, speaker, mention: null, start, end, segments: [words] });
      }
      continues = flags.split(/\s+/).includes("open");
    } else if (part.startsWith("⟦")) open.push({ code: part.slice(1, -1), start: text.length });
    else text += part;
  }
  // A statement's mention may stand behind its words.
  for (const quote of quotes) quote.mention = mentions.get(quote.statement) ?? null;
  return { title, lang, text: text.trimEnd(), quotes, none };
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
