/** “press release FINAL v3.docx”, “IMG_2034.jpg”. */
const file =
  /\.(?:docx?|dotx?|odt|ott|rtf|pages|wpd|pdf|txt|md|html?|mht(?:ml)?|eml|msg|indd|idml|qxp|pptx?|key|xlsx?|csv|zip|jpe?g|png|gif|heic|tiff?)$/iu;
/** What programs call a document that nobody named, in the languages that they speak. */
const unnamed =
  /^(?:untitled(?:[\s-]*(?:document|page|post|story|email|\d+))*|document\s*\d*|new (?:document|page|post|message|email)|no title|\(?no subject\)?|unbenannte?s?(?: dokument)?|dokument\s*\d*|ohne titel|sans (?:titre|nom)(?:\s*\d*)?|document sans (?:titre|nom)|documento(?: sin título| sem título| senza titolo)?\s*\d*|senza (?:titolo|nome)|naamloos(?: document)?|namnlöst? dokument|mail|e-?mail|message|print(?: preview)?|preview|index|home(?: page)?|slide \d+|page \d+|\{\{.*\}\}|\*\|.*\|\*|%%.*%%|\[.{0,30}(?:subject|title).{0,30}\])$/iu;
/** Programs that put their own name before, or after, the name of what they show. */
const program =
  /^(?:microsoft (?:office )?word|microsoft word online|word|libreoffice(?: writer)?|openoffice(?:\.org)?(?: writer)?|pages|google docs|gmail|outlook(?: web app)?|mail|yahoo mail|thunderbird|hotmail|roundcube(?: webmail)?|webmail|zimbra|proton ?mail|gmx|dropbox paper|evernote|notion|scrivener|ulysses|quip|print|fwd?|re|inbox(?: \(\d+\))?)\s*[-–—:|]\s+/iu;
const programAfter =
  /\s[-–—|]\s+(?:microsoft (?:office )?word(?: online)?|libreoffice(?: writer)?|openoffice(?:\.org)?(?: writer)?|google docs|gmail|outlook(?:\.com)?|yahoo mail|mozilla thunderbird|thunderbird|roundcube webmail|proton ?mail|dropbox paper|evernote|notion)$/iu;

/**
 * Whether a title names a file, or was made by a program, and so says nothing of the story:
 * “Microsoft Word - press release v3.docx”, “Gmail - Fwd: Ladders”, “Untitled document”.
 */
export const isFileName = (title: string): boolean =>
  file.test(title) || unnamed.test(title.trim()) || program.test(title) || programAfter.test(title);
