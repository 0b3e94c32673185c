import { cardPath, embedPath, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { embedHeight, embedWidth } from "#model/embed.ts";
import type { Site } from "#model/page.ts";
import type { Permalink } from "#model/permalink.ts";
import { html } from "./html.ts";

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

const card = { width: 1200, height: 630 };

export interface Room {
  /** Pixels; null where the asking site sets no bound. */
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
}

/** How a quotation is shown on a site that asks. */
export function oembedOf(
  site: Site,
  article: Article,
  { quotation, speaker }: Permalink,
  room: Room,
): Oembed {
  const width = Math.min(embedWidth, room.maxWidth ?? embedWidth);
  const height = Math.min(
    embedHeight(quotation.text.length, width),
    room.maxHeight ?? Number.POSITIVE_INFINITY,
  );
  const source = `${site.url}${embedPath(article.slug, quotation.id)}`;
  const title = `${speaker === null ? "" : `${speaker.name}: `}“${quotation.text}”`;
  const frame = html`<iframe src="${source}" width="${width}" height="${height}" title="${title}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
  const roomForCard =
    card.width <= (room.maxWidth ?? card.width) && card.height <= (room.maxHeight ?? card.height);
  return {
    version: "1.0",
    type: "rich",
    title,
    ...(speaker === null
      ? {}
      : { author_name: speaker.name, author_url: `${site.url}${quotationPath(article.slug, quotation.id)}` }),
    provider_name: site.name,
    provider_url: `${site.url}/`,
    cache_age: 3_600,
    html: frame.html,
    width,
    height,
    ...(roomForCard
      ? {
          thumbnail_url: `${site.url}${cardPath(article.slug, quotation.id, article.revision)}`,
          thumbnail_width: card.width,
          thumbnail_height: card.height,
        }
      : {}),
  };
}
