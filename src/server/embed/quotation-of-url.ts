/** Which quotation an address of this site shows: by path, or by `#q-ID`; null for any other address. */
export function quotationOfUrl(
  address: string,
  siteUrl: string,
): { readonly slug: string; readonly id: string } | null {
  const url = URL.parse(address);
  const site = new URL(siteUrl);
  if (url === null || url.host !== site.host || !/^https?:$/.test(url.protocol)) return null;
  const [, slug, idByPath] =
    /^(?:\/embed)?\/articles\/([^/]+)(?:\/quotes\/([^/]+))?\/?$/.exec(url.pathname) ?? [];
  const id = idByPath ?? /^#q-(.+)$/.exec(url.hash)?.[1];
  if (slug === undefined || id === undefined) return null;
  try {
    return { slug: decodeURIComponent(slug), id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}
