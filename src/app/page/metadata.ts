import { articlePath, cardPath, quotationPath } from "#model/addresses.ts";
import type { Article, Quotation } from "#model/article.ts";
import type { Page, Site } from "#model/page.ts";
import { escapeHtml } from "./escape-html.ts";

const meta = (name: string, content: string | null): string[] =>
  content === null
    ? []
    : [`<meta ${name.startsWith("og:") ? "property" : "name"}="${name}" content="${escapeHtml(content)}">`];

const link = (rel: string, href: string, more = ""): string =>
  `<link rel="${rel}" href="${escapeHtml(href)}"${more}>`;

/** JSON inside a script element; `<` is escaped, so that no text of a story can end it. */
const jsonLd = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;

/** The tags that tell other programs what a page is: search engines, messengers, readers of feeds. */
export function metadataOf(page: Page, site: Site): readonly string[] {
  switch (page.view) {
    case "front":
      return [
        link("canonical", `${site.url}/`),
        link(
          "alternate",
          `${site.url}/feed.xml`,
          ` type="application/rss+xml" title="${escapeHtml(site.name)}"`,
        ),
        ...meta("og:type", "website"),
        ...meta("og:title", site.name),
        ...meta("og:url", `${site.url}/`),
      ];
    case "article":
      return storyMetadata(
        page.article,
        page.permalink?.quotation ?? null,
        page.permalink?.speaker?.name ?? null,
        site,
      );
    case "vote":
    case "problem":
      return meta("robots", "noindex");
  }
}

function storyMetadata(
  article: Article,
  quotation: Quotation | null,
  name: string | null,
  site: Site,
): string[] {
  const story = site.url + articlePath(article.slug);
  const address = quotation === null ? story : site.url + quotationPath(article.slug, quotation.id);
  const said = quotation === null ? null : `“${quotation.text.replaceAll("\n", " ")}”`;
  const title = said === null ? article.headline : name === null ? said : `${name}: ${said}`;
  const description = said === null ? article.description : `${article.headline}. ${said}`;
  const picture =
    quotation === null
      ? absolute(article.image?.src ?? null, site)
      : site.url + cardPath(article.slug, quotation.id);
  return [
    link("canonical", story),
    link(
      "alternate",
      `${site.url}/oembed?url=${encodeURIComponent(address)}`,
      ' type="application/json+oembed"',
    ),
    ...meta("description", description),
    ...meta("og:type", "article"),
    ...meta("og:site_name", site.name),
    ...meta("og:title", title),
    ...meta("og:description", description ?? article.headline),
    ...meta("og:url", address),
    ...meta("og:image", picture),
    ...meta("twitter:card", "summary_large_image"),
    jsonLd(newsArticle(article, site)),
  ];
}

const absolute = (src: string | null, site: Site): string | null =>
  src === null ? null : new URL(src, `${site.url}/`).href;

function newsArticle(article: Article, site: Site): object {
  const url = site.url + articlePath(article.slug);
  const image = absolute(article.image?.src ?? null, site);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.headline,
    ...(article.description === null ? {} : { description: article.description }),
    ...(article.datePublished === null ? {} : { datePublished: article.datePublished }),
    dateModified: article.dateModified,
    ...(article.author === null ? {} : { author: { "@type": "Person", name: article.author } }),
    ...(article.publisher === null
      ? {}
      : { publisher: { "@type": "Organization", name: article.publisher } }),
    ...(image === null ? {} : { image }),
    inLanguage: article.inLanguage,
    url,
    mainEntityOfPage: url,
    hasPart: article.quotations.map((quotation) => {
      const speaker = article.speakers.find(({ id }) => id === quotation.speaker);
      return {
        "@type": "Quotation",
        text: quotation.text,
        ...(speaker === undefined ? {} : { creator: creator(speaker) }),
        url: site.url + quotationPath(article.slug, quotation.id),
      };
    }),
  };
}

function creator({ name, role, kind }: Article["speakers"][number]): object {
  const type = kind === "person" ? "Person" : "Organization";
  return { "@type": type, name, ...(role === null || type !== "Person" ? {} : { jobTitle: role }) };
}
