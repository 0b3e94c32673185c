import { Unreadable } from "#newsroom/unreadable.ts";

/** People nest three deep, threads of mail ten; the parser takes the cube of it. */
const deepest = 32;
const container = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))`;
const tooDeep = new RegExp(`^(?:${container}){${deepest + 1}}`, "mu");
const tooIndented = new RegExp(`^[ \\t]{${3 * deepest}}[ \\t]*(?:[-+*>]|\\d{1,9}[.)])`, "mu");

/**
 * The parser may look back, from each bracket and star of a paragraph, over all before it: so many steps are let be.
 * One paragraph has them with 4,000 marks, a story of a million characters with a link in every line.
 */
const mostSteps = 4_000 ** 2;
/** The parser moves lists of some ten thousand parts at each line: 3,600 lines take 74 ms, twice as many 1.4 s. */
const mostLines = 4_000;
const marks = /[[\]*_~`<]/gu;
/** Where nothing looks back: an empty line, a heading, an item, a definition, a row of a table, a block of HTML. */
const begins = /^(?:$|#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|\[[^\][]+\]:\s|\|.*\|\s*$|<\/?[a-z][a-z\d]*[\s/>])/iu;
const frontMatter = /^(?<ends>-{3}|\+{3})[ \t]*\n[\s\S]*?\n\k<ends>[ \t]*(?:\n|$)/u;
const fence = /^(?:`{3}|~{3})/u;

/**
 * Refuses Markdown that nobody wrote before it is parsed, since that takes the
 * square of its size, or the cube. Linear itself. Throws Unreadable.
 */
export function checkNesting(markdown: string): void {
  if (tooDeep.test(markdown) || tooIndented.test(markdown)) {
    throw new Unreadable(`nests quotations or lists more than ${deepest} deep`);
  }
  let steps = 0;
  let open = 0;
  let lines = 0;
  let isCode = false;
  for (const line of markdown.replace(frontMatter, "").split("\n")) {
    if (fence.test(line)) isCode = !isCode;
    lines += 1;
    if (isCode || begins.test(line.replace(/^[\s>]+/u, ""))) {
      open = 0;
      lines = 0;
    }
    if (lines > mostLines) {
      throw new Unreadable(`has more than ${mostLines} lines without an empty one between paragraphs`);
    }
    const count = line.match(marks)?.length ?? 0;
    // The sum of 1 to n is half of n²: what a line adds is what its paragraph had before, and its own.
    steps += count * (2 * open + count);
    open += count;
    if (steps > mostSteps) {
      throw new Unreadable(
        "has more brackets, stars and other marks of Markdown in its paragraphs than can be read",
      );
    }
  }
}
