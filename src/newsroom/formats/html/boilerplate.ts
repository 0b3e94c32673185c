import { isBoxTitle, isOffer } from "#newsroom/fields/promotions.ts";
import { type DomElement, textLength } from "./dom.ts";
import { fieldKindOf } from "./field-elements.ts";
import { isHidden, namesOf } from "./hidden.ts";

/** Elements whose words are never a story's. */
const unread = new Set(
  (
    "script style noscript template nav aside form button input select textarea iframe object embed svg " +
    "math canvas audio video head title link meta dialog menu label del s strike rp rt"
  ).split(" "),
);
/** The parts of AMP that hold a story's words or pictures; all others are embeds, players and the page's own. */
const ampOfStory = /^amp-(?:img|anim|accordion|layout|fit-text)$/u;

/** Words in class names and ids that mark boilerplate, in the markup of common systems. */
const boilerplate =
  /(?:^|[\s_-])(?:read-?more|more-on|see-also|also-read|interstitial-link|newsletter|subscribe|subscription|sign-?up|share|sharing|sharedaddy|social|promo|advert(?:isement)?|ads?|ad-slot|sponsor(?:ed)?|sidebar|cookie|consent|gdpr|breadcrumbs?|pagination|paywall|toc|tags|tag-list|links-block|pull-?quote|wp-block-pullquote|author-bio|bio-box|donate|skip-link|embed(?:ded)?(?:-post)?|wp-block-embed|print-only|wp-block-buttons?|button|btn|footer|nav|(?:gmail_|moz-|outlook-mobile-|applemail)?signature|kg-(?:audio|video|file|product|header|signup|cta|bookmark|button|embed)-card)(?:$|[\s_-])/iu;

/** Other people's words, and other stories', however long they are. */
const others =
  /(?:^|[\s_-])(?:related|jp-relatedposts|comments?|disqus|discussion|recirc|inline-recirc|recommended|recommendations|results-list|twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-embed-bq)(?:$|[\s_-])/iu;

const landmark = /^(?:navigation|complementary|search|banner|contentinfo|dialog)$/u;
/** A word processor's comments in the margin. */
const marginNote = /mso-element\s*:\s*comment/iu;
const longestBox = 1_500;
const longestOffer = 400;

/**
 * Whether an element and all in it is boilerplate: menus, boxes, buttons, what
 * is hidden. `storyLength` is how long the walked element's words are: what
 * holds most of them is the story, whatever it is called (paid content stands
 * in a `paywall`, by a search engine's own advice).
 */
export function isBoilerplate(element: DomElement, storyLength: number): boolean {
  const name = element.localName;
  if (unread.has(name) || isHidden(element)) return true;
  if (name.startsWith("amp-")) return !ampOfStory.test(name);
  if (name === "footer") return element.closest("blockquote") === null && fieldKindOf(element) === null;
  if (landmark.test(element.getAttribute("role") ?? "")) return true;
  if (marginNote.test(element.getAttribute("style") ?? "") || isMarginNote(element)) return true;
  const marks = ["data-component", "data-testid"].map((mark) => element.getAttribute(mark) ?? "");
  const names = [namesOf(element), ...marks].join(" ");
  const length = textLength(element);
  const isOthers = others.test(names);
  if ((isOthers || boilerplate.test(names)) && element.querySelector("h1") === null)
    return isOthers || length <= storyLength / 2;
  return isBox(element, length, storyLength);
}

/** A comment's own text at a document's end: its number leads back to the words that it is about. */
function isMarginNote(element: DomElement): boolean {
  if (element.localName !== "p") return false;
  return element.querySelector('a[href^="#cmnt_ref"], a[href^="#_msoanchor"]') !== null;
}

const isBoxElement = ({ localName }: DomElement): boolean => /^(?:div|section|figure)$/u.test(localName);

/** A box that its first line or its button gives away: “Most read”, “Join for free … Subscribe”. */
function isBox(element: DomElement, length: number, storyLength: number): boolean {
  if (!isBoxElement(element) || length > longestBox) return false;
  // A box within a box that holds all its words: the inner one is asked next.
  const [inner] = element.children;
  if (inner !== undefined && isBoxElement(inner) && textLength(inner) === length) return false;
  const [title] = [...element.querySelectorAll("h2, h3, h4, h5, h6, p, li, strong, span")].filter(
    ({ textContent }) => (textContent ?? "").trim() !== "",
  );
  if (title !== undefined && isBoxTitle((title.textContent ?? "").trim())) {
    return element.querySelector("a") !== null;
  }
  if (length > longestOffer || length > storyLength / 2 || element.querySelector("h1") !== null) return false;
  return [...element.querySelectorAll('button, a[href^="#/portal"]')].some(({ textContent }) =>
    isOffer((textContent ?? "").trim()),
  );
}
