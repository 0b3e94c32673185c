import { noFields, paragraph, type RawBlock, type Source, type StoryParts } from "#newsroom/story.ts";
import { bullet, paragraphsOf } from "./paragraphs.ts";

/** Reads plain text: it has no fields but its language, and all that it says stands in its lines. */
export const readText = ({ text, lang }: Source): StoryParts => ({
  fields: { ...noFields, lang },
  blocks: textBlocks(text),
  savedAt: null,
});

/** What is drawn under a heading. */
const underline = /^(?:-{3,}|={3,}|~{3,}|\*{3,})$/u;

/** Plain text as blocks. Lines that begin with a bullet or number are list items where several stand together. */
function textBlocks(text: string): readonly RawBlock[] {
  const paragraphs = paragraphsOf(withoutTyping(text));
  return paragraphs.map((each, index) => {
    const below = paragraphs[index + 1];
    if (below?.isClose === true && underline.test(below.text)) {
      return { ...paragraph(each.text.replace(/^[*#=\s]+|[*#=\s]+$/gu, "")), type: "heading", level: 2 };
    }
    const isItem = bullet.test(each.text);
    const hasNeighbour =
      (each.isClose && bullet.test(paragraphs[index - 1]?.text ?? "")) ||
      (paragraphs[index + 1]?.isClose === true && bullet.test(paragraphs[index + 1]?.text ?? ""));
    return isItem && hasNeighbour ? listItem(each.text) : paragraph(each.text);
  });
}

/** Bold and italics as messages have them, around a quotation: *“It will take two summers,”* */
const starred = /(?<![\p{L}\d*_])([*_])(?=["“„«‘])([^*_\n]+["”“»’])\1(?![\p{L}\d*_])/gu;
/** When something was said, before who said it: “[00:12:33] TESS ORMEROD: …”. */
const timed =
  /^[ \t]*(?:\[\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]|\(\d{1,2}:\d{2}(?::\d{2})?\))[ \t]+(?=\p{Lu}[^:\n]{0,40}:\s)/gmu;

/** What a program that made the text set between its words; one time alone may be the story's own. */
function withoutTyping(text: string): string {
  const bare = text.replace(starred, "$2");
  return (bare.match(timed)?.length ?? 0) > 1 ? bare.replace(timed, "") : bare;
}

function listItem(line: string): RawBlock {
  const numbered = bullet.exec(line)?.[1] !== undefined;
  return { ...paragraph(line.replace(bullet, "")), type: "list-item", ordered: numbered };
}
