import { authorNames } from "#newsroom/fields/byline.ts";
import { readDateValue } from "#newsroom/fields/date.ts";
import { isFileName } from "#newsroom/fields/file-name.ts";
import { type Fields, noFields, preferFields } from "#newsroom/story.ts";
import { fold } from "#text/fold.ts";
import { type DomDocument, plainWords, wordsIn } from "./dom.ts";
import { readJsonLd } from "./json-ld.ts";

/** What a page's head says of its story: JSON-LD first, then Open Graph, then `<meta>`, then the title and its like. */
export function readPageMetadata(document: DomDocument, knownLang: string | null): Fields {
  const lang = knownLang ?? pageLang(document);
  const fields = [readJsonLd, readOpenGraph, readMeta, readMicrodata, readTitles]
    .map((read) => withStoryTitle(read(document, lang)))
    .reduce(preferFields);
  const headline = withoutSiteName(document, fields);
  return { ...fields, lang, headline, publisher: fields.publisher ?? siteOf(document, headline) };
}

/** A headline that is the name of a file is none. */
const withStoryTitle = (fields: Fields): Fields =>
  fields.headline !== null && isFileName(fields.headline) ? { ...fields, headline: null } : fields;

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
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "datePublished",
  );
  const author = meta(document, "author", "parsely-author", "dc.creator", "dcterms.creator", "byl");
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

/** What marks in the body say: microdata, and the microformats that blogs have always had. */
function readMicrodata(document: DomDocument, lang: string | null): Fields {
  const authors = document.querySelectorAll(
    '[itemprop="author"] [itemprop="name"], [rel="author"], .vcard .fn, .h-entry .p-author',
  );
  // A page that names several lists other stories, too.
  const [author, another] = new Set([...authors].flatMap((element) => wordsIn(element) ?? []));
  const date = document.querySelector('[itemprop="datePublished"], abbr.published, .h-entry .dt-published');
  const value = ["datetime", "content", "title"].flatMap((name) => date?.getAttribute(name) ?? []).at(0);
  return {
    ...noFields,
    author: author === undefined || another !== undefined ? null : authorNames(author),
    datePublished: value === undefined ? null : readDateValue(value, lang),
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
      const value = plainWords(content);
      if (value !== null) return value;
    }
  }
  return null;
}

const longestSiteName = 40;

/** “The pier is saved | News | The Courier”, where nothing but the title names the paper. */
function siteOf(document: DomDocument, headline: string | null): string | null {
  const title = wordsIn(document.querySelector("title")) ?? "";
  if (isFileName(title)) return null;
  const [first, ...rest] = title.split(/\s+(?:[|·•»–—-]|::)\s+/u);
  const last = rest.at(-1);
  if (headline === null || first === undefined || last === undefined || last.length > longestSiteName)
    return null;
  return fold(headline).startsWith(fold(first)) && /^\p{L}/u.test(last) ? last : null;
}
