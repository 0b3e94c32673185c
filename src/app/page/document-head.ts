import { pictureTypes, srcSetOf, storyPictureSizes } from "#app/article/picture-sources.ts";
import { quotationElementId } from "#model/addresses.ts";
import { type Page, type Site, stateElementId } from "#model/page.ts";
import { escapeHtml } from "./escape-html.ts";
import { metadataOf } from "./metadata.ts";

/**
 * What only the first answer needs in its head, and so never reaches the
 * browser's bundle: the story's picture announced early, metadata for those
 * who unfurl the page, and the way to a linked quotation without JavaScript.
 */
export function documentHead(page: Page, site: Site): string {
  return [...picture(page), ...metadataOf(page, site), ...arrival(page)].join("");
}

/**
 * Where there is room the picture stands below the headline and is often the
 * largest thing in the first view: asked for here it is under way before the
 * words have all come. On a phone the words come first, and whoever comes for
 * a quotation arrives below it.
 */
function picture(page: Page): readonly string[] {
  if (page.view !== "article" || page.permalink !== null || page.article.image === null) return [];
  const [type] = pictureTypes;
  const srcSet = srcSetOf(page.article.image, type);
  if (srcSet === "") return [];
  return [
    `<link rel="preload" as="image" type="${type}" imagesrcset="${escapeHtml(srcSet)}" imagesizes="${storyPictureSizes}" media="(min-width: 44rem)" fetchpriority="high">`,
  ];
}

/**
 * The first frame is the one that arrive.ts has brought the linked quotation
 * into view for: a browser that draws while it still reads would show the
 * headline, and then jump. Without JavaScript the browser itself goes to the
 * fragment, which no server ever sees.
 *
 * @see https://html.spec.whatwg.org/multipage/links.html#link-type-expect
 */
function arrival(page: Page): readonly string[] {
  if (page.view !== "article" || page.permalink === null) return [];
  const { state, successor, quotation } = page.permalink;
  if (state === "removed") return [];
  const fragment = encodeURIComponent(quotationElementId(successor ?? quotation.id));
  return [
    `<link rel="expect" href="#${stateElementId}" blocking="render">`,
    `<noscript><meta http-equiv="refresh" content="0; url=#${escapeHtml(fragment)}"></noscript>`,
  ];
}
