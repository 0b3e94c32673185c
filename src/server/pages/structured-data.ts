import { articlePath, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Page, Site } from "#model/page.ts";
import type { Permalink } from "#model/permalink.ts";
import { whatBecame } from "#server/articles/what-became.ts";
import { statementOfPermalink } from "#text/statement.ts";
import { absoluteUrl } from "./metadata.ts";

/**
 * A story and its quotations in the words of schema.org, as a JSON-LD script;
 * empty for other pages. A quotation's page is about the quotation, which is
 * its root: previews take the root's headline for the page's.
 */
export function structuredData(page: Page, site: Site): string {
  if (page.view !== "article") return "";
  const { article, permalink } = page;
  const root = permalink === null ? story(article, site) : quotationOf(article, permalink, site);
  const data = JSON.stringify({ "@context": "https://schema.org", ...root });
  // Escaped, so that no text of a story can end the element.
  return `<script type="application/ld+json">${data.replaceAll("<", "\\u003c")}</script>`;
}

function newsArticle(article: Article, site: Site): object {
  const url = site.url + articlePath(article.slug);
  const image = absoluteUrl(article.image?.src ?? null, site);
  return {
    "@type": "NewsArticle",
    "@id": url,
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
  };
}

/** A story with its quotations. */
function story(article: Article, site: Site): object {
  const url = site.url + articlePath(article.slug);
  return {
    ...newsArticle(article, site),
    hasPart: article.quotations.map((quotation) => {
      const speaker = article.speakers.find(({ id }) => id === quotation.speaker);
      return {
        "@type": "Quotation",
        text: quotation.text,
        ...(speaker === undefined ? {} : { creator: creator(speaker) }),
        url: site.url + quotationPath(article.slug, quotation.id),
        isPartOf: { "@id": url },
      };
    }),
  };
}

/** The whole statement that an address names; words that no longer stand say so. */
function quotationOf(article: Article, permalink: Permalink, site: Site): object {
  const { quotation, speaker, state } = permalink;
  const url = site.url + quotationPath(article.slug, quotation.id);
  const became = whatBecame(article, permalink);
  return {
    "@type": "Quotation",
    "@id": url,
    text: statementOfPermalink(article, permalink).text,
    ...(speaker === null ? {} : { creator: creator(speaker) }),
    ...(became === null ? {} : { description: became }),
    ...(state === "edited" || state === "removed" ? { creativeWorkStatus: "Obsolete" } : {}),
    inLanguage: article.inLanguage,
    url,
    mainEntityOfPage: url,
    isPartOf: newsArticle(article, site),
  };
}

function creator({ name, role, kind }: Article["speakers"][number]): object {
  const type = kind === "person" ? "Person" : "Organization";
  return { "@type": type, name, ...(role === null || type !== "Person" ? {} : { jobTitle: role }) };
}
