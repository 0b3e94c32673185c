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

/** Which quotation an address of this site (of one of its `origins`) shows: by path, or by `#q-ID`; null for any other address. */
export function quotationOfUrl(
  address: string,
  origins: readonly string[],
): { readonly slug: string; readonly id: string } | null {
  const url = URL.parse(address);
  if (url === null || !isHere(url, origins)) return null;
  const [, slug, idByPath] =
    /^(?:\/embed)?\/articles\/([^/]+)(?:\/quotes\/([^/]+))?\/?$/.exec(url.pathname) ?? [];
  const id = idByPath ?? /^#q-(.+)$/.exec(url.hash)?.[1];
  if (slug === undefined || id === undefined) return null;
  try {
    return { slug: decodeURIComponent(slug), id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}

/** An address that was copied before the site moved to https, or after, is still this site's. */
function isHere(url: URL, origins: readonly string[]): boolean {
  return /^https?:$/.test(url.protocol) && origins.some((origin) => new URL(origin).host === url.host);
}
