import { noFields, paragraph, type RawBlock, type Source, type StoryParts } from "#newsroom/story.ts";

const bullet = /^\s*(?:[-*•‣–]|(\d{1,3})[.)])\s+(?=\S)/u;
/** Wrapped lines are about as long as each other; a paragraph on one line is longer. */
const longestWrappedLine = 100;

/** Reads plain text: it has no fields but its language, and all that it says stands in its lines. */
export const readText = ({ text, lang }: Source): StoryParts => ({
  fields: { ...noFields, lang },
  blocks: splitParagraphs(text),
});

/**
 * Plain text as blocks: paragraphs stand between blank lines, or each on a
 * line of its own where the text has no blank lines. Wrapped lines are joined;
 * lines that begin with a bullet or number are list items. The lines before the
 * first blank line are each their own, for they are headline, byline and date.
 */
function splitParagraphs(text: string): readonly RawBlock[] {
  const chunks = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, "\n")
    .split(/\n(?:[^\S\n]*\n)+/u)
    .filter((chunk) => chunk.trim() !== "");
  return chunks.flatMap((chunk) => {
    const lines = chunk
      .split("\n")
      .map((line) => line.replace(/[\p{Zs}\t]+/gu, " ").trim())
      .filter((line) => line !== "");
    if (lines.length > 1 && lines.every((line) => bullet.test(line))) return lines.map(listItem);
    return isWrapped(lines) && chunks.length > 1 ? [paragraph(lines.join(" "))] : lines.map(paragraph);
  });
}

/** Whether every line but the last is about as long as a wrapped line: none ends where a heading or date would. */
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  return full.length > 0 && full.every((line) => line.length >= 40 && line.length <= longestWrappedLine);
}

function listItem(line: string): RawBlock {
  const numbered = bullet.exec(line)?.[1] !== undefined;
  return { ...paragraph(line.replace(bullet, "")), type: "list-item", ordered: numbered };
}
