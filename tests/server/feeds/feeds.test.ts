import { XMLParser, XMLValidator } from "fast-xml-parser";
import Parser from "rss-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { siteUrl, startServer, type TestServer } from "../support.ts";

describe("feeds and sitemap", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer("SQLite");
    const { articles } = server.store;
    await articles.save(draftOf("plain"));
    await articles.save(
      draftOf("marked", {
        headline: "Profit & loss: <b>“bold”</b> moves",
        description: "A standfirst & more",
      }),
    );
  });
  afterAll(() => server.stop());

  const get = (url: string) => server.app.inject({ url });

  test("the feed parses, with each story's words unharmed", async () => {
    const answer = await get("/feed.xml");
    expect(answer.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const feed = await new Parser().parseString(answer.body);
    expect(feed.title).toBe("The Paper");
    const marked = feed.items.find(({ link }) => link === `${siteUrl}/articles/marked`);
    expect(marked?.title).toBe("Profit & loss: <b>“bold”</b> moves");
    expect(marked?.summary).toBe("A standfirst & more");
    expect(answer.body).not.toContain('type="html"');
    expect(feed.items).toHaveLength(2);
  });

  test("the sitemap parses, with every story", async () => {
    const { body } = await get("/sitemap.xml");
    expect(XMLValidator.validate(body)).toBe(true);
    const { urlset } = new XMLParser().parse(body);
    const locations = urlset.url.map(({ loc }: { loc: string }) => loc);
    expect(locations.toSorted()).toEqual(
      ["/", "/articles/marked", "/articles/plain"].map((path) => siteUrl + path),
    );
  });

  test("an empty site has an empty feed and sitemap", async () => {
    const empty = await startServer("SQLite");
    const feed = await new Parser().parseString((await empty.app.inject({ url: "/feed.xml" })).body);
    expect(feed.items).toEqual([]);
    expect(XMLValidator.validate((await empty.app.inject({ url: "/sitemap.xml" })).body)).toBe(true);
    await empty.stop();
  });

  test("robots are shown the sitemap and kept from the voting pages", async () => {
    const { body } = await get("/robots.txt");
    expect(body).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
    expect(body).toContain("Disallow: /articles/*/vote");
  });
});
