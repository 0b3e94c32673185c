import { type Fields, lettersIn, noFields, type RawBlock } from "#newsroom/story.ts";
import { readDateValue } from "./date.ts";

/** The names of a mail's header fields, as programs of several languages show them. */
const names = {
  from: "from|von|de|da|van|från|fra|od|от",
  sent: "sent|date|gesendet(?: am)?|datum|envoyé|enviad[oa](?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato",
  subject: "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|тема",
  attachments: "attachments?|anlagen?|anhänge|pièces? jointes?|adjuntos?|allegati|bijlagen?",
  other:
    "to|an|à|para|aan|till|til|cc|kopie|bcc|reply-to|antwort an|importance|priority|return-path|received|message-id|mime-version|content-[a-z-]+|x-[a-z-]+|user-agent|in-reply-to|references|thread-[a-z]+|list-[a-z]+|delivered-to|dkim-signature|authentication-results|sender|organization|precedence|accept-language",
} as const;
type Name = keyof typeof names;

const anyName = Object.values(names).join("|");
/** “Subject: …”, and “*Subject:* …”, as bold turns out in plain text. */
const headerLine = new RegExp(String.raw`^\*{0,2}(${anyName})\*{0,2}\s?:\*{0,2}(?:\s+|$)`, "iu");
/** The next name within a line: programs set a whole header in one, with breaks that were lost. */
const nextName = new RegExp(String.raw`\s\*{0,2}(?=\p{Lu})(?:${anyName})\*{0,2}\s?:\*{0,2}(?=\s)`, "giu");

/** What stands above what is forwarded or answered: “-----Original Message-----”. */
const forwardMark =
  /^[-–—_* ]*(?:begin forwarded message|forwarded message|original message|ursprüngliche nachricht|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|message (?:transféré|réexpédié|d['’]origine)|début du message (?:transféré|réexpédié)|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|doorgestuurd bericht|oorspronkelijk bericht)[-–—_*: ]*/iu;
/** “On 6 November Ada Berg wrote:”, above words that were quoted. */
const answerMark =
  /^(?:on|am|le|el|il|op|den|em)\s.{5,150}(?:wrote|schrieb(?: .{2,60})?|a écrit|escribió|ha scritto|schreef(?: .{2,60})?|skrev(?: .{2,60})?|escreveu)\s?:$/iu;

const isAnswerMark = (line: string): boolean => /\d|@/u.test(line) && answerMark.test(line);

/** Whether a line is one of a mail's header. */
export const isHeaderLine = (line: string): boolean =>
  headerLine.test(line) || isAnswerMark(line) || forwardMark.exec(line)?.[0] === line;

/** A mail taken apart: what its header says, and what stands under it. */
export interface Mail {
  readonly fields: Fields;
  readonly body: readonly RawBlock[];
}

interface Part {
  readonly header: ReadonlyMap<Name, string>;
  readonly body: RawBlock[];
}

/**
 * Reads a mail: a header (of at least a sender and a subject, or a date), and what stands under it. Of a mail that
 * was forwarded, or answered with the story below, the longest part is the story; what its own header leaves out,
 * the one around it says. Null for what is no mail.
 */
export function readMail(blocks: readonly RawBlock[], lang: string | null): Mail | null {
  const parts = partsOf(blocks);
  if (!parts.some(({ header }) => header.size > 0)) return null;
  const story = parts.reduce((best, part) => (lettersIn(part.body) > lettersIn(best.body) ? part : best));
  const around = parts.slice(0, parts.indexOf(story) + 1);
  const header = new Map(around.flatMap((part) => [...part.header]));
  return { fields: fieldsOf(header, lang), body: story.body };
}

function partsOf(blocks: readonly RawBlock[]): readonly Part[] {
  const parts: Part[] = [{ header: new Map(), body: [] }];
  for (let at = 0; at < blocks.length; ) {
    const { header, length } = headerAt(blocks, at);
    const block = blocks[at];
    if (length > 0) parts.push({ header, body: [] });
    else if (block !== undefined) parts.at(-1)?.body.push(block);
    at += Math.max(1, length);
  }
  return parts;
}

/** The header that begins at a block, and over how many it goes; 0 where none does. */
function headerAt(blocks: readonly RawBlock[], start: number): { header: Map<Name, string>; length: number } {
  const header = new Map<Name, string>();
  let at = start;
  let isMarked = false;
  for (; at < blocks.length; at += 1) {
    const text = blocks[at]?.text.replace(forwardMark, "") ?? "";
    const isAnswer = isAnswerMark(text);
    const isMark = isAnswer || text !== blocks[at]?.text;
    // The header of what is forwarded stands right under that of the mail around it.
    if (isMark && header.size > 0) break;
    isMarked ||= isMark;
    if (text === "" || isAnswer) continue;
    if (!headerLine.test(text)) break;
    for (const [name, value] of headersIn(text)) if (!header.has(name)) header.set(name, value);
  }
  const said = (["from", "sent", "subject"] as const).filter((name) => header.has(name)).length;
  return isMarked || said >= 2 ? { header, length: at - start } : { header, length: 0 };
}

/** The fields of a line: one, or a whole header whose lines ran together. */
function headersIn(line: string): readonly (readonly [Name, string])[] {
  const starts = [0, ...Array.from(line.matchAll(nextName), ({ index }) => index + 1)];
  return starts.flatMap((start, index) => {
    const piece = line.slice(start, starts[index + 1]).trim();
    const [label = "", word = ""] = headerLine.exec(piece) ?? [];
    const name = nameOf(word);
    const value = piece
      .slice(label.length)
      .replace(/^[*·\s]+|\*+$/gu, "")
      .trim();
    return name === null || value === "" ? [] : [[name, value] as const];
  });
}

function nameOf(word: string): Name | null {
  for (const name of ["from", "sent", "subject", "attachments", "other"] as const) {
    if (new RegExp(`^(?:${names[name]})$`, "iu").test(word)) return name;
  }
  return null;
}

function fieldsOf(header: ReadonlyMap<Name, string>, lang: string | null): Fields {
  const [from, sent, subject, attached] = (["from", "sent", "subject", "attachments"] as const).map(
    (name) => header.get(name) ?? null,
  );
  return {
    ...noFields,
    headline: subject === null || subject === undefined ? null : headlineOf(subject),
    datePublished: sent == null ? null : readDateValue(sent, lang),
    publisher: from == null ? null : senderOf(from),
    warnings: attached == null ? [] : [`leaves out what is attached: ${attached}`],
  };
}

/** “Re: Fwd: [press] PRESS RELEASE: …”: what lists, programs and press offices put before the words. */
const beforeSubject =
  /^(?:(?:re|fwd?|fw|wg|aw|tr|rv|antw|sv|vs|vb|enc|ref|doorst)\s*(?:\[\d+\]|\(\d+\))?\s*:|\[[^\]]{1,30}\]|(?:press|media|news)(?: release)?(?: no\.? \d+)?\s*(?::|[–—-](?=\s))|for immediate release\s*(?::|[–—-](?=\s))|pressemitteilung\s*:|medienmitteilung\s*:|communiqué(?: de presse)?\s*:|nota de prensa\s*:|comunicato stampa\s*:|persbericht\s*:|external\s*:)\s*/iu;
/** A subject that says nothing of the story. */
const noSubject =
  /^(?:\(?(?:no subject|kein betreff|sans objet|sin asunto|nessun oggetto)\)?|(?:press|media|news) release|for immediate release|press(?:e)?(?:mitteilung| statement)?|news|statement|untitled)?$/iu;

function headlineOf(subject: string): string | null {
  let bare = subject;
  for (let cut = bare.replace(beforeSubject, ""); cut !== bare; cut = bare.replace(beforeSubject, ""))
    bare = cut;
  return noSubject.test(bare.trim()) ? null : bare.trim();
}

/** A sender's name: “Berg, Ada <ada@quay.example>” is Ada Berg; without a name, the house that the address names. */
function senderOf(from: string): string | null {
  const address = /[^\s<>"'()[\]:;,]+@([^\s<>"'()[\]:;,]+)/u.exec(from);
  const name = from
    .replace(/^.*\son behalf of\s/iu, "")
    .replace(/\s*(?:<[^>]*>?|\[[^\]]*\]?|\([^)]*\)|\S+@\S+)/gu, "")
    .replace(/\s+via\s.+$/iu, "")
    .replace(/^["'“‘]+|["'”’]+$/gu, "")
    .trim();
  if (name === "") return address?.[1] ?? null;
  const turned = /^(\p{Lu}[\p{L}'’-]+),\s+(\p{Lu}[\p{L}.'’ -]+)$/u.exec(name);
  return turned === null ? name : `${turned[2]} ${turned[1]}`;
}
