import { articlePath, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Page, Site } from "#model/page.ts";
import { absoluteUrl } from "./metadata.ts";

/** A story and its quotations in the words of schema.org, as a JSON-LD script; empty for other pages. */
export function structuredData(page: Page, site: Site): string {
  if (page.view !== "article") return "";
  const data = JSON.stringify(newsArticle(page.article, site));
  // Escaped, so that no text of a story can end the element.
  return `<script type="application/ld+json">${data.replaceAll("<", "\\u003c")}</script>`;
}

function newsArticle(article: Article, site: Site): object {
  const url = site.url + articlePath(article.slug);
  const image = absoluteUrl(article.image?.src ?? null, site);
  return {
    "@context": "https://schema.org",
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

function creator({ name, role, kind }: Article["speakers"][number]): object {
  const type = kind === "person" ? "Person" : "Organization";
  return { "@type": type, name, ...(role === null || type !== "Person" ? {} : { jobTitle: role }) };
}
