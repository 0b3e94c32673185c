import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#store/open-store.ts";
import { ingestFolder } from "#tools/scale/ingest-killed.ts";

const count = 40;
/** By the number of the story whose picture it is, and what its owner is told. */
const broken: ReadonlyMap<number, RegExp> = new Map([
  [3, /is a picture that cannot be drawn \(.*(?:premature|end).*\)/iu],
  [9, /is a picture that cannot be drawn \(.*\)|is no picture/u],
  [14, /is no picture that can be read/u],
  [21, /answered 404 Not Found/u],
  [28, /could not be fetched/u],
  [36, /is larger than 20 MB/u],
]);

let dir: string;
let origin: string;
const server = createServer();
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "verbatim-feed-"));
  const noise = Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, index) => (index * 7919) % 251));
  const picture = await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
    .jpeg()
    .toBuffer();
  server.on("request", ({ url = "" }, response) => {
    const number = Number(/\d+/u.exec(url)?.[0]);
    if (url === "/feed.xml") {
      const items = Array.from(
        { length: count },
        (_, n) => `<item><title>S</title><link>${origin}/story-${n}</link></item>`,
      );
      response.setHeader("content-type", "application/rss+xml");
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><link>${origin}</link><description>d</description>${items.join("")}</channel></rss>`,
      );
    } else if (url.startsWith("/story-")) {
      response.setHeader("content-type", "text/html");
      response.end(
        `<html lang="en"><head><meta property="og:image" content="/picture-${number}"></head><body><article><h1>Mill number ${number}</h1><p>The mill at Orrin turned again on Monday, and nobody could say who had set it going.</p><p>“It began at four,” said Ada Berg.</p></article></body></html>`,
      );
    } else if (number === 3) response.end(picture.subarray(0, picture.length / 2));
    else if (number === 9)
      response.end(
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="2000000"><rect width="10" height="9"/></svg>',
      );
    else if (number === 14) response.end("<html>Please log in</html>");
    else if (number === 21) response.writeHead(404).end();
    else if (number === 28) response.destroy();
    else if (number === 36) response.end(Buffer.alloc(20_000_100));
    else response.end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Two processes that each fetch, read and draw forty stories, on a machine that may be busy. */
const timeout = 300_000;

test("a feed of which six pictures are broken, killed in the middle and read again, is all there, once", {
  timeout,
}, async () => {
  const env = { DATA_DIR: join(dir, "data") };
  const feed = `${origin}/feed.xml`;
  const killed = await ingestFolder(feed, env, 200, ["--allow-private"]);
  expect(killed.status).toBeNull();
  const rest = await ingestFolder(feed, env, null, ["--allow-private"]);
  expect(rest.status).toBe(0);

  const named = rest.messages.trim().split("\n");
  expect(named).toHaveLength(broken.size);
  for (const [number, reason] of broken) {
    const line = named.find((each) => each.includes(`/story-${number}: `));
    expect(line).toMatch(/: comes without its picture, which /u);
    expect(line).toMatch(reason);
  }

  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({
    databaseUrl: null,
    dataDir: env.DATA_DIR,
    siteUrl: "http://localhost",
    log,
  });
  const { articles } = await store.articles.list({ limit: 100, cursor: null });
  await store.close();
  expect(articles.map(({ headline }) => headline).sort()).toEqual(
    Array.from({ length: count }, (_, number) => `Mill number ${number}`).sort(),
  );
  const pictureless = articles.filter(({ image }) => image?.src == null).map(({ headline }) => headline);
  expect(pictureless.sort()).toEqual(Array.from(broken.keys(), (number) => `Mill number ${number}`).sort());
});
