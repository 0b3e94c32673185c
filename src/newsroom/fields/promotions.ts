import type { RawBlock } from "#newsroom/story.ts";

/** “Read more”, as papers of several languages put it before a link. */
const readMore = [
  "read (?:more|next|also|on)|also read|see also|more on this|related(?: stories| articles?| content)?|don['’]t miss|recommended|watch|listen",
  "(?:à )?lire aussi|lisez aussi|à voir aussi",
  "lesen sie (?:auch|mehr)|mehr zum thema|auch interessant",
  "le(?:a|e) también|te puede interesar|leia (?:também|mais)|leggi anche|lees ook|läs (?:också|mer)|les også|læs også",
  "اقرأ أيضا?ً?|קראו? (?:עוד|גם)",
].join("|");

/** Lines that systems put between a story's paragraphs. */
const promotion = new RegExp(
  String.raw`^\[?\s*(?:(?:${readMore})\s*(?:[:|»›–-].*|$)|(?:lire aussi|lees ook|leggi anche)\s.*|advertisement|anzeige|publicité|skip advertisement|sponsored(?: content)?|story continues below.*|article continues.*|continue reading.*|view (?:this (?:email|newsletter) )?(?:online|(?:in|on) (?:your |a )?(?:web ?)?(?:browser|online)).*|unsubscribe.*|share this.*|sign up (?:to|for) .*newsletter.*|click here to .*|temps de lecture\b.*|lesezeit\b.*|reading time\b.*|\d+ min(?:ute)?s? read)\]?$`,
  "iu",
);
/** “Read more about the tunnel”: all of it is a link, or was one before it became plain text. */
const linkedMore = new RegExp(String.raw`^(?:${readMore}|read the (?:full|whole|rest))\b`, "iu");
/** “Twitter | Facebook”, where all of it is links. */
const networks =
  /^(?:(?:twitter|x|facebook|instagram|linkedin|youtube|tiktok|mastodon|bluesky|threads|whatsapp|telegram|pinterest|website|email)[\s|·,/]*)+$/iu;

/** Whole sentences of the house about itself. */
const houseLine =
  /^(?:il vous reste [\d.,]+\s?% de cet article|you are receiving this (?:e-?mail|newsletter)|a version of this (?:article|story|post) (?:appears|appeared|was (?:first|originally))|get in touch\s*:|(?:copyright )?©|copyright \d{4}|(?:do you have|got) (?:a|any) (?:story|tip|news)\b|our standards\s*:|to get the latest (?:stories|news)\b|printed from https?:|the post .{1,200} (?:appeared first|first appeared) on\b)|\b(?:let us know|have your say|tell us) in the comments(?: section)? below\b|\bdownload our app\b|\b(?:update your preferences|unsubscribe from (?:this|our) (?:mailing )?list|manage your (?:subscription|preferences))\b/iu;

/** What a button or a line that is all link asks for. */
const offer =
  /^(?:subscribe|sign up|sign in|join|become a (?:member|subscriber|supporter)|register|donate|support (?:us|our)|give (?:now|us)|follow|contribute|s['’]abonner|je m['’]abonne|abonnieren|suscr[ií]b)/iu;

const boxTitle =
  /^(?:most (?:read|popular|viewed|watched)|recommended(?: for you| reading)?|related(?: topics| stories| articles| content| internet links| news)?|read (?:more|next)|more (?:on|from) .{1,60}|more like this|trending(?: now)?|you (?:may|might) (?:also )?like|top stories|latest(?: news| stories)?|editor['’]s picks?|don['’]t miss|follow us|key events|explore more|lire aussi|à lire aussi|mehr zum thema|le(?:a|e) también|اقرأ أيضا?ً?)\s*:?$/iu;

const longestPromotion = 200;
const longestHouseLine = 320;

/**
 * Whether a paragraph leads away from the story: “Read more: …”, “Advertisement”.
 * `linked` is how many of its characters are links. What quotes somebody is
 * the story's, unless it is another story's headline.
 */
export function isPromotion(text: string, linked: number): boolean {
  if (/[“”«»„]/u.test(text) && !/^\[?\s*(?:read|see|also|related|sign up)/iu.test(text)) return false;
  if (text.length <= longestHouseLine && houseLine.test(text)) return true;
  if (linked === text.length && text.length <= 60 && offer.test(text)) return true;
  if (linkedMore.test(text) && (linked === text.length || (text.length <= 80 && !/[.!?]$/u.test(text))))
    return true;
  if (linked > 0 && networks.test(text)) return true;
  return text.length <= longestPromotion && promotion.test(text) && (linked > 0 || text.length <= 80);
}

/**
 * Leaves out such paragraphs of a format that marks no links: there an address in brackets is one
 * (“Unsubscribe (https://…)”). “Listen: …” without one is somebody's word.
 */
export const withoutPromotions = (blocks: readonly RawBlock[]): readonly RawBlock[] =>
  blocks.filter(({ type, text, inlines }) => {
    if (type === "heading") return true;
    const words = text.replace(/\s*[(<[]?https?:\/\/\S+/giu, "").replace(/^[*#\s]+|[\s:]+$/gu, "");
    const marked = inlines.reduce((sum, each) => sum + (each.type === "link" ? each.end - each.start : 0), 0);
    const linked = words === text || marked > 0 ? marked : words.length;
    return !(
      isPromotion(words, Math.min(linked, words.length)) &&
      (linked > 0 || !/^(?:watch|listen)/iu.test(words))
    );
  });

/** Whether a button's words ask for a subscription, a gift or a name. */
export const isOffer = (words: string): boolean => words.length <= 40 && offer.test(words);

/** Whether a line stands above links to elsewhere: “Most read”, “Related topics”. */
export const isBoxTitle = (words: string): boolean => boxTitle.test(words);
