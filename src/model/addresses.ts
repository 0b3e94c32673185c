/** Every address of the site, relative to its root. Both sides build links with these. */

const segment = encodeURIComponent;

export const frontPath = "/";
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
export const apiPath = (path: string): string => `/api${path}`;

/** The id of a quotation's element on the page: `q-ID`. */
export const quotationElementId = (id: string): string => `q-${id}`;

/** The quotation that a fragment (`#q-ID`, percent-encoded as addresses are) points to; null where it points to none. */
export function quotationOfFragment(hash: string): string | null {
  const encoded = /^#q-(.+)$/.exec(hash)?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
