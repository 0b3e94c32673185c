import {
  articlePath,
  cardPath,
  embedPath,
  type Named,
  namedBy,
  quotationPath,
  storyEmbedPath,
} from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { embedHeight, embedWidth, storyEmbedHeight } from "#model/embed.ts";
import type { Site } from "#model/page.ts";
import { type Permalink, quotationTitle } from "#model/permalink.ts";
import { titledAsIs, whatBecame } from "#server/articles/what-became.ts";
import { statementOfPermalink } from "#text/statement.ts";
import { html } from "./html.ts";
import { voicesInEmbed } from "./story-embed.ts";

/** The `rich` answer of oEmbed 1.0 (oembed.com, section 2.3.4.4). */
export interface Oembed {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly author_name?: string;
  readonly author_url?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

export interface Room {
  /** Pixels; null where the asking site sets no bound. */
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
}

/** What is shown on another site, and from where. */
interface Shown {
  readonly title: string;
  readonly author: { readonly name: string; readonly url: string } | null;
  readonly frame: string;
  readonly heightAt: (width: number) => number;
  readonly picture: { readonly url: string; readonly width: number; readonly height: number } | null;
}

/** How a quotation is shown on a site that asks. */
export function oembedOf(site: Site, article: Article, permalink: Permalink, room: Room): Oembed {
  const { quotation, speaker } = permalink;
  const { text } = statementOfPermalink(article, permalink);
  const characters = text.length + (whatBecame(article, permalink)?.length ?? 0);
  return answer(site, room, {
    title: titledAsIs(permalink, quotationTitle(speaker, text)),
    author:
      speaker === null
        ? null
        : { name: speaker.name, url: `${site.url}${quotationPath(article.slug, quotation.id)}` },
    frame: embedPath(article.slug, quotation.id),
    heightAt: (width) => embedHeight(characters, width),
    picture: {
      url: `${site.url}${cardPath(article.slug, quotation.id, article.revision)}`,
      width: 1200,
      height: 630,
    },
  });
}

/** How a story is shown on a site that asks: its headline, picture and score. */
export function storyOembedOf(site: Site, article: Article, room: Room): Oembed {
  const { headline, description, author, image, speakers, slug } = article;
  const voices = Math.min(speakers.length, voicesInEmbed);
  return answer(site, room, {
    title: headline,
    author: author === null ? null : { name: author, url: `${site.url}${articlePath(slug)}` },
    frame: storyEmbedPath(slug),
    heightAt: (width) =>
      storyEmbedHeight(headline.length + (description?.length ?? 0), voices, image?.src != null, width),
    picture:
      image?.src == null || image.width === null || image.height === null
        ? null
        : { url: new URL(image.src, `${site.url}/`).href, width: image.width, height: image.height },
  });
}

function answer(site: Site, room: Room, { title, author, frame, heightAt, picture }: Shown): Oembed {
  const widest = room.maxWidth ?? Number.POSITIVE_INFINITY;
  const highest = room.maxHeight ?? Number.POSITIVE_INFINITY;
  const width = Math.min(embedWidth, widest);
  const height = Math.min(heightAt(width), highest);
  const { html: markup } =
    html`<iframe src="${site.url}${frame}" width="${width}" height="${height}" title="${title}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    title,
    ...(author === null ? {} : { author_name: author.name, author_url: author.url }),
    provider_name: site.name,
    provider_url: `${site.url}/`,
    cache_age: 3_600,
    html: markup,
    width,
    height,
    ...(picture !== null && picture.width <= widest && picture.height <= highest
      ? {
          thumbnail_url: picture.url,
          thumbnail_width: picture.width,
          thumbnail_height: picture.height,
        }
      : {}),
  };
}

/** What an address of this site (of one of its `origins`) names; null for any other address. */
export function namedHere(address: string, origins: readonly string[]): Named | null {
  const url = URL.parse(address);
  return url !== null && isHere(url, origins) ? namedBy(url) : null;
}

/** An address that was copied before the site moved to https, or after, is still this site's. */
function isHere(url: URL, origins: readonly string[]): boolean {
  return /^https?:$/.test(url.protocol) && origins.some((origin) => new URL(origin).host === url.host);
}
