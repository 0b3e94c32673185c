import { articlePath, cardPath, feedPath, privacyPath, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Page, Site } from "#model/page.ts";
import { type Permalink, quotationTitle } from "#model/permalink.ts";
import { titledAsIs, whatBecame } from "#server/articles/what-became.ts";
import { escapeHtml } from "#text/escape-html.ts";
import { statementOfPermalink } from "#text/statement.ts";

/** An address of the site as other programs need it; null for none. */
export const absoluteUrl = (src: string | null, site: Site): string | null =>
  src === null ? null : new URL(src, `${site.url}/`).href;

const meta = (name: string, content: string | null): string[] =>
  content === null
    ? []
    : [
        `<meta ${/^(og|article):/.test(name) ? "property" : "name"}="${name}" content="${escapeHtml(content)}">`,
      ];

const link = (rel: string, href: string, more = ""): string =>
  `<link rel="${rel}" href="${escapeHtml(href)}"${more}>`;

/** The tags that tell other programs what a page is: search engines, messengers, readers of feeds. */
export function metadataOf(page: Page, site: Site): readonly string[] {
  switch (page.view) {
    case "front":
      return [
        link("canonical", `${site.url}/`),
        link(
          "alternate",
          site.url + feedPath,
          ` type="application/atom+xml" title="${escapeHtml(site.name)}"`,
        ),
        ...meta("og:type", "website"),
        ...meta("og:title", site.name),
        ...meta("og:url", `${site.url}/`),
      ];
    case "article":
      return storyMetadata(page.article, page.permalink, site);
    case "privacy":
      return [link("canonical", site.url + privacyPath)];
    case "saved":
    case "vote":
    case "problem":
      return meta("robots", "noindex");
  }
}

function storyMetadata(article: Article, permalink: Permalink | null, site: Site): string[] {
  const story = site.url + articlePath(article.slug);
  return permalink === null
    ? [
        ...about(article, site, {
          address: story,
          title: article.headline,
          description: article.description,
          picture: pictureOf(article, site),
        }),
      ]
    : [
        ...about(article, site, quotationAbout(article, permalink, site)),
        // Search engines are led to the story, whose words are the same.
        ...meta("robots", "noindex, follow"),
        ...meta("author", permalink.speaker?.name ?? null),
      ];
}

/** What an address is about: the story, or the words of one quotation. */
interface About {
  readonly address: string;
  readonly title: string;
  readonly description: string | null;
  readonly picture: Picture | null;
}

interface Picture {
  readonly src: string;
  readonly type: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string | null;
}

function about(article: Article, site: Site, { address, title, description, picture }: About): string[] {
  const number = (value: number | null | undefined): string | null => (value ? String(value) : null);
  return [
    // A quotation's page is its own: caches of previews keep one card a canonical address.
    link("canonical", address),
    link(
      "alternate",
      `${site.url}/oembed?url=${encodeURIComponent(address)}`,
      ` type="application/json+oembed" title="${escapeHtml(title)}"`,
    ),
    ...meta("description", description),
    ...meta("og:type", "article"),
    ...meta("og:site_name", article.publisher ?? site.name),
    ...meta("og:locale", openGraphLocale(article.inLanguage)),
    ...meta("og:title", title),
    ...meta("og:description", description ?? article.headline),
    ...meta("og:url", address),
    ...meta("og:image", picture?.src ?? null),
    ...meta("og:image:type", picture?.type ?? null),
    ...meta("og:image:width", number(picture?.width)),
    ...meta("og:image:height", number(picture?.height)),
    ...meta("og:image:alt", picture?.alt ?? null),
    ...meta("article:published_time", article.datePublished),
    ...meta("article:modified_time", article.dateModified),
    ...meta("twitter:card", "summary_large_image"),
    ...meta("twitter:title", title),
    ...meta("twitter:description", description ?? article.headline),
    ...meta("twitter:image", picture?.src ?? null),
    ...meta("twitter:image:alt", picture?.alt ?? null),
  ];
}

/** A quotation unfurls to its whole statement, whoever said it, what became of it, and its own card. */
function quotationAbout(article: Article, permalink: Permalink, site: Site): About {
  const { quotation, speaker } = permalink;
  const text = statementOfPermalink(article, permalink).text.replace(/\s+/g, " ");
  const said = `“${text}”`;
  const became = whatBecame(article, permalink);
  const who =
    speaker === null ? null : [speaker.name, speaker.role].filter((part) => part !== null).join(", ");
  return {
    address: site.url + quotationPath(article.slug, quotation.id),
    title: titledAsIs(permalink, quotationTitle(speaker, text)),
    description: `${became === null ? "" : `${became} Before: `}${said}${who === null ? "" : ` – ${who}`}. ${article.headline}`,
    picture: {
      src: site.url + cardPath(article.slug, quotation.id, article.revision),
      type: "image/png",
      width: 1200,
      height: 630,
      alt: `${became === null ? "" : `${became} Before: `}${said}${who === null ? "" : ` – ${who}`}`,
    },
  };
}

function pictureOf({ image }: Article, site: Site): Picture | null {
  const src = absoluteUrl(image?.src ?? null, site);
  if (src === null || image === null) return null;
  return { src, type: null, width: image.width, height: image.height, alt: image.alt ?? image.caption };
}

/** “en-GB” as Open Graph writes it; a language without a region says nothing there. */
function openGraphLocale(lang: string): string | null {
  const [, language, region] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(lang) ?? [];
  return region === undefined ? null : `${language}_${region}`;
}
