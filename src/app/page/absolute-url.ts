import type { Site } from "#model/page.ts";

/** An address of the site as other programs need it; null for none. */
export const absoluteUrl = (src: string | null, site: Site): string | null =>
  src === null ? null : new URL(src, `${site.url}/`).href;
