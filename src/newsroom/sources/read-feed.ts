import { parseFeed } from "feedsmith";
import { z } from "zod";
import { Unreadable } from "#newsroom/unreadable.ts";

/** Whether a text is an RSS, RDF or Atom feed, by its first element. */
export function isFeed(text: string): boolean {
  return /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu.test(
    text.slice(0, 5000),
  );
}

const entry = z.object({
  link: z.string().optional(),
  guid: z
    .object({ value: z.string(), isPermaLink: z.boolean().optional() })
    .partial()
    .optional()
    .catch(undefined),
  links: z.array(z.object({ href: z.string(), rel: z.string().optional() })).optional(),
});
const feed = z.object({ items: z.array(entry).optional(), entries: z.array(entry).optional() });

/**
 * The addresses of a feed's stories, in its order. Throws Unreadable for a feed that cannot be parsed.
 *
 * @param base where the feed came from; a file or standard input leaves links without a site nowhere to lead
 */
export function readFeed(text: string, base: string): readonly string[] {
  let parsed: z.infer<typeof feed>;
  try {
    parsed = feed.parse(parseFeed(text).feed);
  } catch {
    throw new Unreadable("is a feed that cannot be parsed");
  }
  const links = (parsed.items ?? parsed.entries ?? []).flatMap((item) => {
    const alternate = item.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
    const permanent = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
    const link = item.link ?? alternate ?? permanent ?? "";
    const url = link === "" ? null : URL.parse(link, URL.canParse(base) ? base : undefined);
    return url !== null && /^https?:$/u.test(url.protocol) ? [url.href] : [];
  });
  if (links.length === 0) throw new Unreadable("is a feed without stories");
  return [...new Set(links)];
}
