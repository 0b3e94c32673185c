import {
  type Fields,
  lettersIn,
  noFields,
  preferFields,
  type RawBlock,
  type Story,
  type StoryParts,
} from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { fold } from "#text/fold.ts";
import { readPictureLine, splitCredit } from "./credit.ts";
import { type HeadLine, isHouseLine, readHeadLine } from "./head-line.ts";
import { readMail } from "./mail-header.ts";
import { withoutPromotions } from "./promotions.ts";
import { withoutReleaseLines } from "./release-lines.ts";
import { withoutRepeats } from "./repeats.ts";
import { withoutSignature } from "./signature.ts";

/** Ten times the longest reportage; reading a book as one story would keep a core busy for minutes. */
const longestStory = 1_000_000;
const longestStandfirst = 400;
const longestCaption = 220;

/**
 * Completes a story from its parts: fields that its format gave keep their
 * values, the lines above the body give the rest, and none of those lines stays
 * in the body. Throws Unreadable when no headline or no body is left.
 */
export function completeStory(parts: StoryParts): Story {
  const length = lettersIn(parts.blocks);
  if (length > longestStory) {
    const [is, most] = [length, longestStory].map((number) => number.toLocaleString("en"));
    throw new Unreadable(`is too long for one story: ${is} characters, where ${most} are the most`);
  }
  const { fields: given, blocks } = withoutEnvelope(parts);
  const [opening, ...rest] = blocks;
  if (opening === undefined) throw new Unreadable("holds no text");
  const headline = given.headline ?? opening.text;
  const titled = given.headline === null || same(opening.text, headline) ? rest : blocks;

  const head = readHead({ ...given, headline }, titled, parts.savedAt);
  const { fields, body: pictureless } = dropPictureLines(head.fields, titled.slice(head.length));
  const body = withoutRepeats(dropPrompt(pictureless));
  if (body.length === 0) throw new Unreadable("has a headline but no story under it");
  return { ...fields, headline, blocks: body.map((block, index) => ({ id: `b${index + 1}`, ...block })) };
}

/** Takes a story out of what it came in: a mail with its header and signature, a press office's lines for editors. */
function withoutEnvelope({ fields, blocks }: StoryParts): Pick<StoryParts, "fields" | "blocks"> {
  const mail = readMail(blocks, fields.lang);
  const words = mail === null ? blocks : withoutSignature(mail.body);
  return {
    fields: mail === null ? fields : preferFields(mail.fields, fields),
    blocks: withoutPromotions(withoutReleaseLines(words)).filter(({ text }) => !isRule(text)),
  };
}

/** “* * *”, “-----”: what is drawn, not written. */
const isRule = (text: string): boolean => /^[-_=*#~–—+.·• ]{2,}$/u.test(text);

const same = (a: string, b: string | null): boolean => b !== null && fold(a.trim()) === fold(b.trim());

/** Reads the lines above the body and says how many they are. */
function readHead(
  given: Fields,
  blocks: readonly RawBlock[],
  savedAt: Date | null,
): { fields: Fields; length: number } {
  let fields = given;
  let isUnderByline = false;
  let at = 0;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.type === "list-item" || block.type === "blockquote") break;
    if (same(block.text, fields.description) || same(block.text, fields.headline)) continue;
    const line = readHeadLine(block.text, fields.lang, savedAt);
    if (line !== null) {
      fields = preferFields(fields, fieldsOf(line));
      isUnderByline = line.kind === "byline";
      continue;
    }
    if (isUnderByline && isHouseLine(block.text)) continue;
    const role = roleAbove(fields, block, blocks.slice(at + 1, at + 3));
    if (role === null) break;
    fields =
      role === "caption"
        ? { ...fields, picture: { ...fields.picture, caption: fields.picture.caption ?? block.text } }
        : { ...fields, description: block.text };
  }
  return { fields, length: at };
}

/**
 * A plain line above the body is told by what follows it: a caption stands
 * right above its credit, a standfirst above the byline, date or picture.
 */
function roleAbove(
  fields: Fields,
  block: RawBlock,
  [next, afterNext]: readonly RawBlock[],
): "caption" | "standfirst" | null {
  if (next === undefined) return null;
  const line = readHeadLine(next.text, fields.lang);
  const free = fields.description === null && block.text.length <= longestStandfirst;
  if (line === null) {
    const last = afterNext === undefined ? null : readHeadLine(afterNext.text, fields.lang);
    return free && last?.kind === "picture" && isCaption(next.text) ? "standfirst" : null;
  }
  if (line.kind !== "picture") return free ? "standfirst" : null;
  const isSentence = /[.!?]["”’']?$/u.test(block.text);
  if (isSentence && free) return "standfirst";
  return isCaption(block.text) ? "caption" : null;
}

const isCaption = (text: string): boolean => text.length <= longestCaption && !/[“”"]/u.test(text);

function fieldsOf(line: HeadLine): Fields {
  switch (line.kind) {
    case "date":
      return { ...noFields, datePublished: line.isChange ? null : line.date };
    case "byline":
      return { ...noFields, author: line.author, datePublished: line.date };
    case "picture":
      return { ...noFields, picture: { ...noFields.picture, caption: line.caption, credit: line.credit } };
  }
}

/** Leaves out pictures' lines within the body, and the short caption right above such a line. */
function dropPictureLines(given: Fields, blocks: readonly RawBlock[]): { fields: Fields; body: RawBlock[] } {
  let fields = given;
  const body: RawBlock[] = [];
  for (const block of blocks) {
    const line = block.type === "paragraph" ? readPictureLine(block.text) : null;
    if (line === null) {
      body.push(block);
      continue;
    }
    const above = body.at(-1);
    const hasCaption =
      line.caption === null &&
      above?.type === "paragraph" &&
      isCaption(above.text) &&
      !/[.!?:]$/u.test(above.text);
    if (hasCaption) body.pop();
    if (fields.picture.caption !== null || fields.picture.credit !== null) continue;
    const caption = hasCaption ? (above?.text ?? null) : line.caption;
    fields = { ...fields, picture: { ...fields.picture, caption, credit: line.credit } };
  }
  return { fields: withSplitCredit(fields), body };
}

function withSplitCredit(fields: Fields): Fields {
  const { caption, credit } = fields.picture;
  const split = caption === null || credit !== null ? null : splitCredit(caption);
  return split === null ? fields : { ...fields, picture: { ...fields.picture, ...split } };
}

/** The question that the page asks by itself, with the answers that a copied page leaves below it. */
const prompt =
  /^did you (?:enjoy|like) (?:reading )?this (?:article|story|post)\s*\??(?:\s*yes\s*[/|,]?\s*no\.?)?$/iu;
const answers = /^(?:yes|no|yes\s*[/|,]?\s*no)$/iu;

function dropPrompt(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const at = blocks.findLastIndex((block) => prompt.test(block.text.trim()));
  const after = blocks.slice(at + 1);
  return at >= 0 && after.every((block) => answers.test(block.text.trim())) ? blocks.slice(0, at) : blocks;
}
