import { Readable } from "node:stream";
import { SitemapStream, streamToPromise } from "sitemap";
import type { ArticleSummary } from "#model/article.ts";
import type { Site } from "#model/page.ts";

/** The front page and the stories, for search engines (sitemaps.org). */
export async function writeSitemap(site: Site, articles: readonly ArticleSummary[]): Promise<string> {
  const entries = [
    { url: "/" },
    ...articles.map(({ url, dateModified, headline, image }) => ({
      url,
      lastmod: dateModified,
      img:
        image?.src == null ? [] : [{ url: new URL(image.src, site.url).href, title: image.alt ?? headline }],
    })),
  ];
  const stream = new SitemapStream({
    hostname: site.url,
    xmlns: { news: false, xhtml: false, video: false, image: true },
  });
  const xml = await streamToPromise(Readable.from(entries).pipe(stream));
  return xml.toString();
}
