import { JSDOM } from "jsdom";
import ogs from "open-graph-scraper";
import Parser from "rss-parser";
import sharp from "sharp";
import { unfurl } from "unfurl.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article, Quotation } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";
import { type Site, startSite } from "#tools/support/site.ts";
import { readStories } from "../support/story.ts";

let site: Site;
let stories: readonly Article[];

beforeAll(async () => {
  site = await startSite();
  stories = await readStories(site.url);
});
afterAll(() => site?.stop());

interface Link {
  readonly url: string;
  readonly words: string;
  readonly speaker: string | null;
}

/** The first, the longest and the last quotation of every sample: a picture each takes a while to draw. */
const shared = ({ quotations }: Article): readonly Quotation[] => {
  const longest = quotations.toSorted((one, other) => other.text.length - one.text.length)[0];
  return quotations.filter((one, index) => [0, quotations.length - 1].includes(index) || one === longest);
};

/** Links to them, with the whole statement that each is a piece of. */
const links = (): readonly Link[] =>
  stories.flatMap((story) =>
    shared(story).map((quotation) => ({
      url: `${site.url}/articles/${story.slug}/quotes/${quotation.id}`,
      words: statementOf(story, quotation).text.replaceAll("\n", " "),
      speaker: story.speakers.find(({ id }) => id === quotation.speaker)?.name ?? null,
    })),
  );

/** The key and the title by which Mastodon keeps a page's card: its canonical address, and a JSON-LD article's headline before `og:title`. */
function mastodonCard(html: string): { readonly key: string; readonly title: string } {
  const { document } = new JSDOM(html).window;
  const articles = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => JSON.parse(script.textContent ?? ""))
    .filter((data) => /^(Social|News|Opinion|Blog)?(Article|Posting|NewsArticle)$/.test(data["@type"]));
  const content = (name: string) =>
    document.querySelector(`meta[property="${name}"]`)?.getAttribute("content");
  return {
    key: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? content("og:url") ?? "",
    title: articles[0]?.headline ?? content("og:title") ?? "",
  };
}

describe("whoever unfurls a link to a quotation", () => {
  it("learns its words, its speaker and the story (open-graph-scraper)", async () => {
    expect(links().length).toBeGreaterThan(10);
    for (const { url, words, speaker } of links()) {
      const html = (await (await fetch(url)).text()).split("</head>")[0] ?? "";
      const { result } = await ogs({ html });
      expect(result.ogTitle).toContain(words);
      expect(new JSDOM(html).window.document.title).toContain(result.ogTitle);
      expect(result.ogDescription).toContain(words);
      if (speaker !== null) expect(result.ogTitle).toContain(speaker);
      expect(result.ogUrl).toBe(url);
      expect(result.twitterCard).toBe("summary_large_image");
      expect(result.ogImage).toEqual([
        expect.objectContaining({
          url: `${url}/card.png?v=1`,
          width: "1200",
          height: "630",
          type: "image/png",
        }),
      ]);
      expect(result.ogImage?.[0]?.alt).toContain(words);
    }
  });

  it("gets a picture of its own, 1200×630", async () => {
    const seen = new Set<string>();
    for (const { url } of links()) {
      const answer = await fetch(`${url}/card.png?v=1`);
      expect(answer.headers.get("cache-control")).toContain("max-age=60");
      const png = Buffer.from(await answer.arrayBuffer());
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([1200, 630]);
      seen.add(data.toString("latin1"));
    }
    expect(seen.size).toBe(links().length);
  });

  it("finds its frame through oEmbed (unfurl.js)", async () => {
    for (const { url, words, speaker } of links().slice(0, 8)) {
      const { oEmbed, canonical_url } = await unfurl(url);
      expect(canonical_url).toBe(url);
      expect(oEmbed).toMatchObject({
        type: "rich",
        version: "1.0",
        ...(speaker === null ? {} : { author_name: speaker }),
      });
      const { document } = new JSDOM((oEmbed as { html: string }).html).window;
      const frame = document.querySelector("iframe")?.getAttribute("src") ?? "";
      const embedded = await fetch(frame);
      expect(embedded.headers.get("content-security-policy")).not.toContain("frame-ancestors 'none'");
      const inside = new JSDOM(await embedded.text()).window.document;
      expect(inside.querySelector("blockquote")?.textContent?.replaceAll("\n", " ")).toContain(words);
    }
  });

  it("keeps the cards of two quotations apart, and from the story's (Mastodon's rule)", async () => {
    const [story] = stories;
    const [one, other] = links().filter(({ url }) => url.startsWith(`${story?.url}/`));
    const cards = await Promise.all(
      [story?.url, one?.url, other?.url].map(async (url) =>
        mastodonCard(await (await fetch(url ?? "")).text()),
      ),
    );
    expect(cards.map(({ key }) => key)).toEqual([story?.url, one?.url, other?.url]);
    expect(cards[0]?.title).toBe(story?.headline);
    expect(cards[1]?.title).toContain(one?.words);
    expect(cards[2]?.title).toContain(other?.words);
  });

  it("is led to the story by a quotation's page, whose root is the quotation", async () => {
    for (const { url, words, speaker } of links().slice(0, 8)) {
      const { document } = new JSDOM(await (await fetch(url)).text()).window;
      expect(document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex, follow");
      const data = JSON.parse(
        document.querySelector('script[type="application/ld+json"]')?.textContent ?? "",
      );
      expect(data).toMatchObject({
        "@type": "Quotation",
        url,
        isPartOf: { "@type": "NewsArticle", "@id": url.replace(/\/quotes\/.*/, "") },
        ...(speaker === null ? {} : { creator: { name: speaker } }),
      });
      expect(data.text.replaceAll("\n", " ")).toBe(words);
    }
  });

  it("finds a story's own frame through its oEmbed", async () => {
    for (const { url, headline, speakers } of stories) {
      const { oEmbed } = await unfurl(url);
      expect(oEmbed).toMatchObject({ type: "rich", version: "1.0", title: headline });
      const { document } = new JSDOM((oEmbed as { html: string }).html).window;
      const frame = await fetch(document.querySelector("iframe")?.getAttribute("src") ?? "");
      const inside = new JSDOM(await frame.text()).window.document;
      expect(inside.querySelector("h1")?.textContent).toBe(headline);
      expect(inside.querySelector(".score")?.textContent).toContain(speakers[0]?.name);
    }
  });

  it("reads the same quotations in the JSON-LD as in the API", async () => {
    for (const article of stories) {
      const html = await (await fetch(`${site.url}/articles/${article.slug}`)).text();
      const { document } = new JSDOM(html).window;
      const data = JSON.parse(
        document.querySelector('script[type="application/ld+json"]')?.textContent ?? "",
      );
      expect(data).toMatchObject({ "@type": "NewsArticle", headline: article.headline, url: article.url });
      expect(data.hasPart).toEqual(
        article.quotations.map(({ id, text, speaker }) => {
          const found = article.speakers.find((one) => one.id === speaker);
          const person = found?.kind === "person";
          return {
            "@type": "Quotation",
            text,
            ...(found && {
              creator: {
                "@type": person ? "Person" : "Organization",
                name: found.name,
                ...(person && found.role !== null && { jobTitle: found.role }),
              },
            }),
            url: `${site.url}/articles/${article.slug}/quotes/${id}`,
            isPartOf: { "@id": article.url },
          };
        }),
      );
    }
  });

  it("finds every story in the feed, which the front page names", async () => {
    const front = new JSDOM(await (await fetch(`${site.url}/`)).text()).window.document;
    const link = front.querySelector('link[rel="alternate"][type="application/atom+xml"]');
    const feed = await new Parser().parseURL(new URL(link?.getAttribute("href") ?? "", site.url).href);
    expect(feed.items.map((item) => item.link).sort()).toEqual(stories.map(({ url }) => url).sort());
  });
});
