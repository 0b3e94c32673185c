/**
 * Says, line after line, whether a quotation is open at the end of what was read. Curly marks tell which way they
 * face; a straight double one opens where none of its kind is open. Single marks are let be: most are apostrophes.
 */
export class OpenMarks {
  #curly = false;
  #guillemets = false;
  #straight = false;

  get isOpen(): boolean {
    return this.#curly || this.#guillemets || this.#straight;
  }

  clear(): void {
    this.#curly = false;
    this.#guillemets = false;
    this.#straight = false;
  }

  read(line: string): void {
    for (const [mark] of line.matchAll(/["“”„«»]/gu)) {
      if (mark === '"') this.#straight = !this.#straight;
      else if (mark === "«" || mark === "»") this.#guillemets = !this.#guillemets;
      // A German “ closes what „ opened; an English one opens.
      else this.#curly = mark === "„" || (mark === "“" && !this.#curly);
    }
  }
}

/** Whether the first mark of a line closes what is open above it: “… she said,” and no new quotation before. */
export function closesFirst(line: string): boolean {
  const at = line.search(/["“”„«»]/u);
  if (at < 0) return false;
  return line.charAt(at) === '"'
    ? /[\p{L}\p{N}.,!?…]/u.test(line.charAt(at - 1))
    : /[”»“]/u.test(line.charAt(at)) && /[\p{L}\p{N}.,!?…]/u.test(line.charAt(at - 1));
}
