import { readPictureLine, splitCredit } from "#newsroom/fields/credit.ts";
import type { Picture } from "#newsroom/story.ts";
import { type DomElement, oneLine, wordsIn } from "./dom.ts";
import { isHidden, shownWords } from "./hidden.ts";

const creditSelector =
  '[class*="credit" i], [class*="copyright" i], [class*="attribution" i], [class*="photographer" i]';
/** What only screen readers are told before a credit: “Image source, ”. */
const creditLabel = /^(?:(?:image|photo|picture) (?:source|credit)|credit|photograph(?:er)?|source)\b\W*$/iu;

/** A figure's picture, caption and credit, as the page shows them. */
export function pictureOf(element: DomElement): Picture {
  const isImage = element.localName === "img" || element.localName === "amp-img";
  const image = isImage ? element : shownImage(element);
  const caption =
    element.querySelector("figcaption, .wp-caption-text, .caption, .image-caption") ??
    (image === null ? element : null);
  const creditElement =
    labelledCredit(element) ??
    caption?.querySelector(creditSelector) ??
    element.querySelector(creditSelector);
  const creditWords = shownWords(creditElement);
  const whole = shownWords(caption);
  const words = oneLine(whole !== null && creditWords !== null ? whole.replace(creditWords, " ") : whole);
  const credit =
    creditWords === null
      ? null
      : (readPictureLine(creditWords)?.credit ?? creditWords.replace(/^[(©]\s*|\)$/gu, ""));
  const line = words === null || credit !== null ? null : (splitCredit(words) ?? readPictureLine(words));
  return {
    src: image?.getAttribute("src") ?? image?.getAttribute("data-src") ?? null,
    alt: oneLine(image?.getAttribute("alt") ?? null),
    caption: line === null ? (words?.replace(/\s*[|/–—(]\s*$/u, "") ?? null) : line.caption,
    credit: credit ?? line?.credit ?? null,
  };
}

/** The first picture that is no stand-in for one that comes later. */
function shownImage(element: DomElement): DomElement | null {
  const images = [...element.querySelectorAll("img, amp-img")];
  return (
    images.find((image) => !/placeholder|^data:/iu.test(image.getAttribute("src") ?? "")) ?? images[0] ?? null
  );
}

/** What stands beside a hidden “Credit”. */
function labelledCredit(element: DomElement): DomElement | null {
  for (const label of element.querySelectorAll("span, b, strong")) {
    if (isHidden(label) && creditLabel.test(wordsIn(label) ?? "")) return label.parentElement;
  }
  return null;
}
