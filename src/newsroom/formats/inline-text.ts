import type { Inline } from "#model/article.ts";

type Mark = Pick<Inline, "type" | "href">;

/** Schemes that a link in a story may lead to; every other link keeps its words and loses its address. */
const followable = new Set(["http:", "https:", "mailto:"]);

/** The absolute address that a link leads to; null when it is relative to nothing, or leads to what a page must not open. */
export function safeHref(href: string | null | undefined, base: string | null): string | null {
  if (href === null || href === undefined) return null;
  const url = URL.parse(href, base ?? undefined);
  if (url === null || !followable.has(url.protocol)) return null;
  // A word processor's export leads its links through itself.
  const through =
    url.hostname === "www.google.com" && url.pathname === "/url" ? url.searchParams.get("q") : null;
  return through === null ? url.href : safeHref(through, null);
}

/**
 * Gathers a block's text and the marks over it. White space runs become one
 * space, so that ranges hold over the text as it is published. A mark that is
 * open when a block is taken goes on over the next one.
 */
export class InlineText {
  // In pieces: looking at the end of a long string that grows would copy it each time.
  #pieces: string[] = [];
  #length = 0;
  #ending = "";
  readonly #open: { readonly mark: Mark; start: number }[] = [];
  readonly #closed: Inline[] = [];

  /** Appends text in which white space means no more than a space. */
  push(text: string): void {
    const flat = text.replace(/[\u00ad\u200b\ufeff]/gu, "").replace(/[ \t\n\r\f]+/gu, " ");
    const piece = this.#ending === "" || this.#ending === " " ? flat.replace(/^ /u, "") : flat;
    if (piece === "") return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#ending = piece.slice(-1);
  }

  /** The last character so far. */
  get ending(): string {
    return this.#ending;
  }

  /** Marks all that `fill` appends. */
  mark(mark: Mark, fill: () => void): void {
    const open = { mark, start: this.#length };
    this.#open.push(open);
    fill();
    this.#open.pop();
    this.#close(open);
  }

  /** What was gathered, trimmed, in reading order; the gatherer is empty afterwards. */
  take(): { readonly text: string; readonly inlines: readonly Inline[] } {
    for (const open of this.#open) this.#close(open);
    const whole = this.#pieces.join("");
    const text = whole.trim();
    const indent = whole.length - whole.trimStart().length;
    const inlines = this.#closed
      .map((inline) =>
        shrink(text, { ...inline, start: Math.max(0, inline.start - indent), end: inline.end - indent }),
      )
      .filter((inline) => inline.start < inline.end)
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    this.#pieces = [];
    this.#length = 0;
    this.#ending = "";
    this.#closed.length = 0;
    for (const open of this.#open) open.start = 0;
    return { text, inlines };
  }

  #close({ mark, start }: { readonly mark: Mark; readonly start: number }): void {
    if (this.#length > start) this.#closed.push({ ...mark, start, end: this.#length });
  }
}

/** A mark never begins or ends on a space: “see <b>this </b>page” marks “this”. */
function shrink(text: string, inline: Inline): Inline {
  let start = inline.start;
  let end = Math.min(inline.end, text.length);
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { ...inline, start, end };
}
