import type { DomElement } from "./dom.ts";

/** Elements whose words are never a story's. */
const unread = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "nav",
  "aside",
  "footer",
  "form",
  "button",
  "input",
  "select",
  "textarea",
  "iframe",
  "object",
  "embed",
  "svg",
  "math",
  "canvas",
  "audio",
  "video",
  "head",
  "title",
  "link",
  "meta",
  "dialog",
  "menu",
  "label",
  "amp-ad",
  "amp-iframe",
  "amp-analytics",
  "amp-social-share",
  "amp-sidebar",
]);

/** Words in class names and ids that mark a page's furniture, in the markup of common systems. */
const furniture =
  /(?:^|[\s_-])(?:related|read-?more|readmore|more-on|see-also|also-read|newsletter|subscribe|subscription|sign-?up|share|sharing|sharedaddy|jp-relatedposts|social|promo|advert(?:isement)?|ads?|ad-slot|sponsor(?:ed)?|comments?|disqus|recirc|recommended|sidebar|cookie|breadcrumbs?|pagination|paywall|toc|tags|tag-list|pull-?quote|wp-block-pullquote|author-bio|bio-box|donate|skip-link|screen-reader-text|sr-only|visually-hidden|visuallyhidden|preheader|mcnPreviewText|kg-bookmark-card|kg-signup-card|kg-cta-card|inline-recirc|wp-block-embed|print-only|wp-block-buttons?|button|btn|footer|nav)(?:$|[\s_-])/iu;

/** Whether an element and all in it is furniture: menus, boxes, buttons, what is hidden. */
export function isFurniture(element: DomElement): boolean {
  if (unread.has(element.localName)) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style") ?? "";
  if (/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(style)) return true;
  if (
    /^(?:navigation|complementary|search|banner|contentinfo|dialog)$/u.test(
      element.getAttribute("role") ?? "",
    )
  )
    return true;
  return furniture.test(namesOf(element));
}

/** An element's class and id in one string. */
export const namesOf = (element: DomElement): string =>
  `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;

const byline =
  /(?:^|[\s_-])(?:byline|author|post-author|article-author|contributor|posted-by)(?:$|[\s_-]|name|s\b)/iu;
const dateline =
  /(?:^|[\s_-])(?:entry-date|post-date|publish(?:ed)?-?(?:date|time|on)?|pub-?date|dateline|timestamp|date|entry-meta|post-meta|article-meta|meta)(?:$|[\s_-])/iu;
const standfirst =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?head(?:line|ing)?|summary|entry-summary|article-summary|custom-excerpt|MsoSubtitle|lead-?in)(?:$|[\s_-])/iu;
const kicker =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|section-label|category|cat-links|rubric|reading-time|read-time)(?:$|[\s_-])/iu;
const caption = /(?:^|[\s_-])(?:wp-caption|caption|figure-caption|image-caption|MsoCaption)(?:$|[\s_-])/iu;

export type Furnishing = "byline" | "date" | "standfirst" | "kicker" | "caption";

/** What an element within the story tells about the story instead of telling it; null for the story's own words. */
export function furnishingOf(element: DomElement): Furnishing | null {
  if (element.localName === "figure" || element.localName === "figcaption") return "caption";
  if (element.localName === "time" && isAlone(element)) return "date";
  const names = namesOf(element);
  if (names === " ") return element.localName === "address" ? "byline" : null;
  if (caption.test(names)) return "caption";
  // What is longer than a line is the story, whatever it is called.
  if ((element.textContent ?? "").length > 400 || element.querySelector("h1") !== null) return null;
  if (standfirst.test(names)) return "standfirst";
  if (byline.test(names)) return "byline";
  if (dateline.test(names)) return "date";
  return kicker.test(names) ? "kicker" : null;
}

/** Whether hardly anything stands beside an element in its line: a date, not a date within a sentence. */
function isAlone(element: DomElement): boolean {
  const line = (element.parentElement?.textContent ?? "").trim().length;
  return element.parentElement?.localName !== "p" || line - (element.textContent ?? "").trim().length < 40;
}

/** Lines that systems put between a story's paragraphs. */
const invitation =
  /^(?:(?:read more|read also|also read|see also|more on this|related(?: stories| articles?)?|don['’]t miss|recommended|watch|listen)\s*[:|»›–-].*|advertisement|sponsored(?: content)?|story continues below.*|article continues.*|continue reading.*|view (?:this (?:email|newsletter) )?(?:in|on) (?:your |a )?(?:web ?)?(?:browser|online).*|unsubscribe.*|share this.*|sign up (?:to|for) .*newsletter.*|click here to .*)$/iu;

/** Whether a paragraph invites elsewhere: “Read more: …”, “Advertisement”. `linked` is how many of its characters are links. */
export function isInvitation(text: string, linked: number): boolean {
  if (/[“”«»„]/u.test(text) && !/^(?:read|see|also|related)/iu.test(text)) return false;
  return text.length <= 200 && invitation.test(text) && (linked > 0 || text.length <= 80);
}
