/** Every address of the site, relative to its root. Both sides build links with these, and read them. */

const segment = encodeURIComponent;

/** A part of an address as it was before it was escaped; null where it is escaped wrongly. */
export function unescaped(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

export const frontPath = "/";
export const feedPath = "/feed.xml";
export const privacyPath = "/privacy";
/** What a reader kept on their device. */
export const savedPath = "/saved";
export const articlePath = (slug: string): string => `/articles/${segment(slug)}`;
export const votePath = (slug: string): string => `${articlePath(slug)}/vote`;
/** Where a form asks to be forgotten. */
export const forgetPath = "/reader/forget";
export const quotationPath = (slug: string, id: string): string =>
  `${articlePath(slug)}/quotes/${segment(id)}`;
/**
 * Caches keep a card for good, and a later revision of its story may draw it anew: the
 * address names the revision.
 */
export const cardPath = (slug: string, id: string, revision: number): string =>
  `${quotationPath(slug, id)}/card.png?v=${revision}`;
export const embedPath = (slug: string, id: string): string => `/embed${quotationPath(slug, id)}`;
export const storyEmbedPath = (slug: string): string => `/embed${articlePath(slug)}`;
export const apiPath = (path: string): string => `/api${path}`;

/** The id of a quotation's element on the page: `q-ID`. */
export const quotationElementId = (id: string): string => `q-${id}`;

/** The quotation that a fragment (`#q-ID`, percent-encoded as addresses are) points to; null where it points to none. */
export function quotationOfFragment(hash: string): string | null {
  const escaped = /^#q-(.+)$/.exec(hash)?.[1];
  return escaped === undefined ? null : unescaped(escaped);
}

/** What an address names: a story, or one of its quotations. */
export interface Named {
  readonly slug: string;
  readonly quotation: string | null;
}

/** What a page's or an embed's address names, a quotation by its path or as `#q-ID`; null where it names no story. */
export function namedBy({
  pathname,
  hash,
}: {
  readonly pathname: string;
  readonly hash: string;
}): Named | null {
  const parts = /^(?:\/embed)?\/articles\/([^/]+)(?:\/quotes\/([^/]+))?\/?$/.exec(pathname);
  const slug = unescaped(parts?.[1] ?? "%");
  if (slug === null) return null;
  if (parts?.[2] === undefined) return { slug, quotation: quotationOfFragment(hash) };
  const quotation = unescaped(parts[2]);
  return quotation === null ? null : { slug, quotation };
}
