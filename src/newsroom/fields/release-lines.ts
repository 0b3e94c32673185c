import { lettersIn, type RawBlock } from "#newsroom/story.ts";

/** What press offices write above a release: “FOR IMMEDIATE RELEASE”, “Embargoed until …”, “Pressemitteilung”. */
const notice =
  /^[-–—*[(\s]*(?:(?:for )?immediate release|press (?:release|notice|statement)|media release|news release|(?:strictly |under )*embargo(?:ed)?\b.*|not for (?:publication|release|broadcast)\b.*|pressemitteilung|medienmitteilung|presseinformation|sperrfrist\b.*|zur (?:sofortigen )?veröffentlichung|communiqué de presse|pour diffusion immédiate|nota de prensa|para (?:su )?(?:publicación|difusión) inmediata|comunicato stampa|per pubblicazione immediata|persbericht|pressmeddelande|pressemelding|pressemeddelelse|nota de imprensa)(?:\s*(?:[:|,–—-]|no\.?|nr\.?|\d).{0,60})?[\])*\s:–—-]*$/iu;

/** What agencies write above their copy: “BC-ODD--Goose, 1st Ld-Writethru”, “Eds: UPDATES with quotes”. */
const wire =
  /^(?:(?:BC|AM|PM|[A-Z]{2,3})-[\p{L}\d' -]+-{1,2}[\p{L} ].*|.*\b\d(?:st|nd|rd|th) ld(?:-writethru)?\b.*|eds?\.?\s?:\s.*)$/iu;

/** What stands under it: “ENDS”, “###”, “-30-”, “– Ende –”. */
const end =
  /^(?:[-–—*#.•\s([]*(?:ends?|ende|fin|fine|fim|einde|slut)(?: of (?:press |media |news )?release)?[-–—*#.•\s)\]]*|[#*\s]*(?:#\s?){3}[#*\s]*|[-–—]\s?(?:30|xxx)\s?[-–—])$/iu;

/** What is for the editors alone, and ends a release that has no “ENDS”. */
const notes =
  /^(?:\W*(?:notes? (?:to|for) (?:the )?editors?|editor['’]?s['’]? notes?|notes? for (?:journalists|the press)|(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|hinweise? (?:für|an) (?:die )?(?:redaktion(?:en)?|presse)|(?:presse|medien)kontakt|contacts? presse|contacto (?:de prensa|para medios)|contatti stampa|perscontact|noot voor de redactie))\b.{0,160}$/iu;

const longestNotice = 160;

/** Whether a line is a press office's own: above a release or under it. */
export const isReleaseLine = (line: string): boolean =>
  line.length <= longestNotice && (isNotice(line) || end.test(line) || notes.test(line));

const isNotice = (line: string): boolean => notice.test(line) || wire.test(line);

/** How far down a notice may stand: under letterhead and headline. */
const lastNotice = 6;

/** Leaves out what a press office writes for editors: its notices, and all that stands under “ENDS”. */
export function withoutReleaseLines(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const story = blocks.filter(
    ({ text, type }, index) =>
      index >= lastNotice || type === "list-item" || text.length > longestNotice || !isNotice(text),
  );
  const last = story.findIndex(
    ({ text }, index) => index > 1 && text.length <= longestNotice && (end.test(text) || notes.test(text)),
  );
  return last < 0 || lettersIn(story.slice(last)) > lettersIn(story.slice(0, last))
    ? story
    : story.slice(0, last);
}
