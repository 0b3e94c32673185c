const quoted = /^[ \t]?(?:>|&gt;)[ \t]?/u;
/** Deeper than any thread; more is not mail. */
const deepest = 20;

/**
 * Takes off the “> ” that mail programs put before each line of what they answer or forward, as often as most
 * of the lines have it. A line that one of them begins with, in a text where few do, is left alone.
 */
export function unquote(lines: readonly string[]): readonly string[] {
  let bare = lines;
  for (let depth = 0; depth < deepest && isQuoted(bare); depth += 1) {
    bare = bare.map((line) => line.replace(quoted, ""));
  }
  return bare;
}

/** The writer's own lines stand above what they quote: a headline, “Ada Berg wrote:”. */
function isQuoted(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  const marked = written.filter((line) => quoted.test(line)).length;
  return marked >= 2 && marked >= written.length / 2;
}
