import { z } from "zod";
import { type Fields, noFields, preferFields } from "#newsroom/story.ts";
import { fold } from "#text/fold.ts";
import { type DomDocument, oneLine, parsePage, wordsIn } from "./dom.ts";
import { authorNames } from "./read-byline.ts";
import { readDateValue } from "./read-date.ts";

/** What a page's head says of its story: JSON-LD first, then Open Graph, then `<meta>`, then the title and its like. */
export function readPageMetadata(document: DomDocument, knownLang: string | null): Fields {
  const lang = knownLang ?? pageLang(document);
  const fields = [readJsonLd, readOpenGraph, readMeta, readTitles]
    .map((read) => read(document, lang))
    .reduce(preferFields);
  return { ...fields, lang, headline: withoutSiteName(document, fields) };
}

function pageLang(document: DomDocument): string | null {
  const tag =
    document.documentElement?.getAttribute("lang") ||
    document.body?.getAttribute("lang") ||
    meta(document, "language", "dc.language");
  try {
    return tag ? (Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0] ?? null) : null;
  } catch {
    return null;
  }
}

const nodes = z.union([z.array(z.unknown()), z.unknown().transform((node) => [node])]);
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const names = z.union([z.array(named.catch("")).transform((list) => list.filter(Boolean).join(", ")), named]);
const picture = z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]);
const text = z.string().nullable().catch(null).default(null);

/** schema.org's NewsArticle, as far as a story needs it; what is malformed counts as absent. */
const newsArticle = z.object({
  "@type": z
    .union([z.string().transform((type) => [type]), z.array(z.string())])
    .refine((types) => types.some((type) => /(?:Article|BlogPosting|Report)$/u.test(type))),
  headline: text,
  description: text,
  datePublished: text,
  inLanguage: text,
  author: names.nullable().catch(null).default(null),
  publisher: named.nullable().catch(null).default(null),
  image: z
    .union([picture, z.array(picture).transform(([first]) => first ?? null)])
    .nullable()
    .catch(null)
    .default(null),
});

function readJsonLd(document: DomDocument, lang: string | null): Fields {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = graphOf(script.textContent ?? "")
      .map((node) => newsArticle.safeParse(node))
      .find((parsed) => parsed.success)?.data;
    if (article === undefined) continue;
    return {
      ...noFields,
      headline: plain(article.headline),
      description: plain(article.description),
      datePublished: article.datePublished === null ? null : readDateValue(article.datePublished, lang),
      author: article.author === null ? null : authorNames(plain(article.author) ?? ""),
      publisher: plain(article.publisher),
      picture: { ...noFields.picture, src: article.image },
    };
  }
  return noFields;
}

/** Every node of a JSON-LD script; none when it is not JSON. */
function graphOf(json: string): readonly unknown[] {
  try {
    const list = nodes.parse(
      JSON.parse(json.replace(/^\s*(?:<!--|\/\*.*?\*\/)|(?:-->|\/\*.*?\*\/)\s*$/gu, "")),
    );
    return list.flatMap((node) => {
      const graph = z.object({ "@graph": z.array(z.unknown()) }).safeParse(node);
      return graph.success ? graph.data["@graph"] : [node];
    });
  } catch {
    return [];
  }
}

function readOpenGraph(document: DomDocument, lang: string | null): Fields {
  const date = meta(document, "article:published_time", "og:article:published_time");
  const author = meta(document, "article:author", "og:article:author");
  return {
    ...noFields,
    headline: meta(document, "og:title"),
    description: meta(document, "og:description"),
    datePublished: date === null ? null : readDateValue(date, lang),
    // Some sites put an address there.
    author: author === null || /^https?:/u.test(author) ? null : authorNames(author),
    publisher: meta(document, "og:site_name"),
    picture: {
      ...noFields.picture,
      src: meta(document, "og:image:secure_url", "og:image", "og:image:url"),
      alt: meta(document, "og:image:alt"),
    },
  };
}

function readMeta(document: DomDocument, lang: string | null): Fields {
  const date = meta(
    document,
    "parsely-pub-date",
    "date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "datePublished",
  );
  const author = meta(document, "author", "parsely-author", "dc.creator", "byl");
  return {
    ...noFields,
    headline: meta(document, "parsely-title", "twitter:title", "dc.title"),
    description: meta(document, "description", "twitter:description", "dc.description"),
    datePublished: date === null ? null : readDateValue(date, lang),
    author: author === null ? null : authorNames(author),
    publisher: meta(document, "publisher", "dc.publisher", "application-name"),
    picture: {
      ...noFields.picture,
      src: meta(document, "twitter:image"),
      alt: meta(document, "twitter:image:alt"),
    },
  };
}

function readTitles(document: DomDocument): Fields {
  const heading = document.querySelector("article h1, main h1, h1, .MsoTitle, p.title");
  return { ...noFields, headline: wordsIn(heading) ?? wordsIn(document.querySelector("title")) };
}

/** “The pier is saved | The Courier”, where the page's own heading says “The pier is saved”. */
function withoutSiteName(document: DomDocument, { headline, publisher }: Fields): string | null {
  if (headline === null) return null;
  for (const heading of document.querySelectorAll("h1")) {
    const words = wordsIn(heading);
    if (
      words !== null &&
      fold(headline).startsWith(fold(words)) &&
      /^\s*(?:$|[|·•»:–—-])/u.test(headline.slice(words.length))
    ) {
      return words;
    }
  }
  const tail = /^(.+?)\s+[|·•»–—-]\s+([^|]+)$/u.exec(headline);
  return tail?.[1] !== undefined && tail[2] === publisher ? tail[1] : headline;
}

function meta(document: DomDocument, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    for (const attribute of ["property", "name", "itemprop"]) {
      const content =
        document.querySelector(`meta[${attribute}="${key}" i]`)?.getAttribute("content") ?? null;
      const value = plain(content);
      if (value !== null) return value;
    }
  }
  return null;
}

/** Some systems escape what they put into JSON-LD and `content` twice: “Fish &amp;amp; chips”. */
function plain(value: string | null): string | null {
  if (value === null || !/&(?:#\d+|#x[\da-f]+|\w+);|<\w/iu.test(value)) return oneLine(value);
  return wordsIn(parsePage(value).body);
}
