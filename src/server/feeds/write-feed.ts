import { Feed } from "feed";
import type { ArticleSummary } from "#model/article.ts";
import type { Site } from "#model/page.ts";

/** The newest stories as an Atom feed (RFC 4287). */
export function writeFeed(site: Site, articles: readonly ArticleSummary[]): string {
  const home = `${site.url}/`;
  const newest = articles.map(({ dateModified }) => Date.parse(dateModified));
  const feed = new Feed({
    id: home,
    link: home,
    title: site.name,
    description: "Who said what, with links that keep their word",
    updated: new Date(Math.max(0, ...newest)),
    generator: site.name,
    feedLinks: { atom: `${site.url}/feed.xml` },
    copyright: "",
  });
  for (const article of articles) {
    feed.addItem({
      id: article.url,
      link: article.url,
      title: article.headline,
      date: new Date(article.dateModified),
      published: new Date(article.datePublished ?? article.dateModified),
      ...(article.description === null ? {} : { description: article.description }),
      author: [{ name: article.author ?? article.publisher ?? site.name }],
    });
  }
  // The library declares every text as HTML, where “<b>” and “&” would mean something; ours are plain.
  const atom = feed.atom1().replace(/<(title|summary) type="html">/g, '<$1 type="text">');
  return atom.replace(notInXml, "");
}

/** What no XML document may hold, even escaped (XML 1.0, production 2): stories from PDFs bring form feeds. */
const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
