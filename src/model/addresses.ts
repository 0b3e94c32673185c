/** Every address of the site, relative to its root. Both sides build links with these. */

const segment = encodeURIComponent;

export const frontPath = "/";
export const articlePath = (slug: string): string => `/articles/${segment(slug)}`;
export const votePath = (slug: string): string => `${articlePath(slug)}/vote`;
export const quotationPath = (slug: string, id: string): string =>
  `${articlePath(slug)}/quotes/${segment(id)}`;
export const cardPath = (slug: string, id: string): string => `${quotationPath(slug, id)}/card.png`;
export const embedPath = (slug: string, id: string): string => `/embed${quotationPath(slug, id)}`;
export const apiPath = (path: string): string => `/api${path}`;

/** The id of a quotation's element on the page: `q-ID`. */
export const quotationElementId = (id: string): string => `q-${id}`;
