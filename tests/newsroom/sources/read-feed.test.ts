import { describe, expect, it } from "vitest";
import { readFeed } from "#newsroom/sources/read-feed.ts";

const feedOf = (link: string) =>
  `<rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link><description>News</description><item><title>Ferry</title><link>${link}</link></item></channel></rss>`;

describe("a feed's stories", () => {
  it.each([
    ["an address", "https://quay.example/feed.xml"],
    ["a file", "/tmp/saved feeds/quay.xml"],
    ["standard input", ""],
  ])("are found where it came from %s", (_, base) => {
    expect(readFeed(feedOf("https://quay.example/ferry"), base)).toEqual(["https://quay.example/ferry"]);
  });

  it("are looked for at the feed's own site where their links name none", () => {
    expect(readFeed(feedOf("/ferry"), "https://quay.example/feed.xml")).toEqual([
      "https://quay.example/ferry",
    ]);
    expect(() => readFeed(feedOf("/ferry"), "quay.xml")).toThrow("without stories");
  });
});
