/** A line of a stream, or why there is none to read. */
export type Line = { readonly text: string } | { readonly problem: string };

/** Longer than any story; a line without an end would fill the memory. */
const mostBytes = 64_000_000;
const lineFeed = 0x0a;

/**
 * The lines of a stream of UTF-8, split at line feeds alone (https://jsonlines.org).
 * Node's own readline also splits at U+2028, which JSON allows within a string, and puts
 * U+FFFD in the place of bytes that are no UTF-8, which would be published as somebody's words.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const keep = (piece: Uint8Array) => {
    length += piece.length;
    if (length <= mostBytes) pieces.push(piece);
  };
  const take = (): Line => {
    const line = length > mostBytes ? tooLong : decode(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      keep(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(bytes.subarray(start));
  }
  if (length > 0) yield take();
}

const tooLong: Line = { problem: `is longer than ${mostBytes / 1_000_000} MB` };

/** Leaves out a byte order mark, which editors put before the first line. */
function decode(pieces: readonly Uint8Array[]): Line {
  try {
    return { text: new TextDecoder("UTF-8", { fatal: true }).decode(Buffer.concat(pieces)) };
  } catch {
    return { problem: "is not valid UTF-8" };
  }
}
