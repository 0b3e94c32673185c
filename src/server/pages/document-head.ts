import { quotationElementId } from "#model/addresses.ts";
import { type Page, type Site, stateElementId } from "#model/page.ts";
import type { Permalink } from "#model/permalink.ts";
import { pictureTypes, srcSetOf, storyPictureSizes } from "#model/picture-sources.ts";
import { escapeHtml } from "#text/escape-html.ts";
import { metadataOf } from "./metadata.ts";

/**
 * What only the first answer needs in its head: what the first frame waits for,
 * the story's picture announced early, metadata for those who unfurl the page,
 * and the way to a linked quotation without JavaScript.
 */
export function documentHead(page: Page, site: Site): string {
  return [...firstFrame(page), ...picture(page), ...metadataOf(page, site), ...arrival(page)].join("");
}

/**
 * At a permalink the first frame shows the linked quotation, which
 * before-paint/after-story.ts has brought into view: a browser that draws while
 * it still reads would show the headline, and then jump.
 *
 * @see https://html.spec.whatwg.org/multipage/links.html#link-type-expect
 */
function firstFrame(page: Page): readonly string[] {
  if (page.view !== "article" || linkedQuotation(page.permalink) === null) return [];
  return [`<link rel="expect" href="#${stateElementId}" blocking="render">`];
}

/** The id of the quotation that stands in the story for the one asked for; null where none does. */
function linkedQuotation(permalink: Permalink | null): string | null {
  if (permalink === null || permalink.state === "removed") return null;
  return permalink.successor ?? permalink.quotation.id;
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

/** Without JavaScript the browser itself goes to the fragment, which no server ever sees. */
function arrival(page: Page): readonly string[] {
  const linked = page.view === "article" ? linkedQuotation(page.permalink) : null;
  if (linked === null) return [];
  const fragment = escapeHtml(encodeURIComponent(quotationElementId(linked)));
  return [`<noscript><meta http-equiv="refresh" content="0; url=#${fragment}"></noscript>`];
}
