import { lettersIn, type RawBlock } from "#newsroom/story.ts";

/** “Kind regards,”, “Mit freundlichen Grüßen”: what a mail's words end with. */
const closing =
  /^(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many)?\s*(?:regards|thanks|wishes)|yours (?:sincerely|faithfully|truly)|sincerely|cheers|thank you|all the best|mit (?:freundlichen|besten|herzlichen) grüßen|(?:freundliche|beste|viele|herzliche|liebe) grüße|mfg|cordialement|bien (?:cordialement|à vous)|sincères salutations|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|med vänliga hälsningar|med vennlig hilsen|atenciosamente)(?:[\s,.!–—-]|$).{0,120}$/iu;
/** What programs and lists write under a mail. */
const footer =
  /^(?:--|_{5,}|={5,}|sent (?:from|via) (?:my|mail for|outlook)\b.*|get outlook for\b.*|von meinem .{2,30} gesendet|envoyé de(?:puis)? mon .*|enviado (?:desde|do) m[ie]u? .*|inviato da .*|you received this (?:message|e-?mail) because\b.*|to unsubscribe\b.*|unsubscribe\b.*|this (?:e-?mail|message)(?: and any attachments?)? (?:is|are|may|contains?)\b.*|disclaimer\b.*|[-_]*\s*press mailing list)$/iu;
/** “Dear editor,”, “Hello all”: what it begins with. */
const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|sehr geehrte[rn]?|guten (?:tag|morgen|abend)|liebe[rs]?|hallo|bonjour|madame|chère?s?|estimad[oa]s?|buen[oa]s (?:días|tardes)|hola|gentile|buongiorno|egregi[oa]?|beste|geachte|goedendag|hej|kära|prezad[oa]s?)(?![\p{L}’'])[^.?:]{0,80}[,!:.]?$/iu;

const longestGreeting = 90;
const longestLine = 200;

/** Leaves out a mail's greeting, and its signature with all that stands under it. */
export function withoutSignature(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const [first] = blocks;
  const isGreeted =
    first !== undefined &&
    first.text.length <= longestGreeting &&
    greeting.test(first.text) &&
    /[,!:]$|^\S+(?:\s\S+){0,3}$/u.test(first.text);
  const words = isGreeted ? blocks.slice(1) : blocks;
  const last = words.findIndex(
    ({ text }, index) => index > 0 && text.length <= longestLine && (closing.test(text) || footer.test(text)),
  );
  if (last < 0) return words;
  const [kept, cut] = [words.slice(0, last), words.slice(last)];
  // A rule may also part two halves of a story.
  return lettersIn(cut) > lettersIn(kept) ? words : kept;
}
