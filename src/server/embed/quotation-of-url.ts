/** Which quotation an address of this site (of one of its `origins`) shows: by path, or by `#q-ID`; null for any other address. */
export function quotationOfUrl(
  address: string,
  origins: readonly string[],
): { readonly slug: string; readonly id: string } | null {
  const url = URL.parse(address);
  if (url === null || !isHere(url, origins)) return null;
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

/** An address that was copied before the site moved to https, or after, is still this site's. */
function isHere(url: URL, origins: readonly string[]): boolean {
  return /^https?:$/.test(url.protocol) && origins.some((origin) => new URL(origin).host === url.host);
}
