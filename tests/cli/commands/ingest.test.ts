import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "#store/open-store.ts";
import { openTexts, story, type Texts } from "../texts.ts";

let texts: Texts;
beforeAll(() => {
  texts = openTexts();
});
afterAll(() => texts.close());

const run: Texts["run"] = (args, input) => texts.run(args, input);
const write: Texts["write"] = (name, content) => texts.write(name, content);

async function publishedHeadlines() {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({
    databaseUrl: null,
    dataDir: texts.dataDir,
    siteUrl: "http://localhost:3000",
    log,
  });
  const { articles } = await store.articles.list({ limit: 100, cursor: null });
  await store.close();
  return articles.map(({ headline }) => headline);
}

test("a person reads what was found, and each quotation with its speaker, role, kind and confidence", async () => {
  const { status, stdout, stderr } = await run(["ingest", write("report.txt", story("A report"))]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^created {2}\/articles\/a-report {2}revision 1\n/);
  expect(stdout).toMatch(/date +2024-05-03/);
  expect(stdout).toMatch(/“We will paint it blue,”\n +Ada Berg\b.*\n +direct · \d+ % sure · [0-9a-z]{12}\n/);
});

describe("bad input", () => {
  test("each gets one clear line, the rest is done, and nothing is half-written", async () => {
    const paths = [
      write("bad/empty.txt", ""),
      write("bad/blank.txt", " \n\t\n"),
      write("bad/binary.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])),
      write(
        "bad/broken.txt",
        Buffer.concat([Buffer.from("Headline\n\nBody "), Buffer.from([0xff, 0xfe, 0xc3])]),
      ),
      write("bad/front.md", "---\nheadline: [unclosed\n---\n\nBody.\n"),
      write("bad/date.md", "---\nheadline: A date\ndate: the day after\n---\n\nBody.\n"),
      write("bad/headline.txt", "Only a headline\n"),
      write("bad/good.txt", story("A good one among bad ones")),
      join(texts.dir, "bad/missing.txt"),
    ];
    const { status, stdout, stderr } = await run(["ingest", "--json", ...paths]);
    expect(status).toBe(1);
    const rows = JSON.parse(stdout) as {
      path: string;
      status: string;
      slug: string | null;
      problem: string | null;
    }[];
    expect(rows.map(({ path }) => path)).toEqual(paths);
    expect(rows.map(({ status: each, problem }) => problem ?? each)).toEqual([
      "is empty",
      "is blank",
      "is binary, not text",
      "is not valid UTF-8; save it as UTF-8",
      expect.stringMatching(/^has front matter that is not YAML: /),
      "created",
      "has a headline but no story under it",
      "created",
      "no such file or folder",
    ]);
    expect(stderr.trim().split("\n")).toHaveLength(8);
    expect(stderr).toContain(
      "bad/date.md: has a “date” in its front matter that is no date, and goes without one: the day after\n",
    );
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await publishedHeadlines()).toEqual(expect.arrayContaining(["A good one among bad ones"]));
    expect(await publishedHeadlines()).not.toContain("Only a headline");
  });

  test("five megabytes of text are no story, and are told so", async () => {
    const { status, stderr } = await run([
      "ingest",
      write("long.txt", `Long\n\n${"A line of words.\n\n".repeat(300_000)}`),
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^\S+long\.txt: is too long for one story: [\d,]+ characters, where 1,000,000 are the most\n$/,
    );
  });
});

test("a picture is kept in two formats and three widths, under names made of its content", async () => {
  const picture = await sharp({ create: { width: 1800, height: 900, channels: 3, background: "#a53" } })
    .jpeg()
    .toBuffer();
  write("pictured/pier.jpg", picture);
  const text =
    "---\nheadline: A picture\nimage: pier.jpg\nalt: A pier\ncaption: The pier\ncredit: Bo Lind\n---\n\nThe pier is red.\n";
  const { stdout } = await run(["ingest", "--json", write("pictured/story.md", text)]);
  const { image } = JSON.parse(stdout)[0].article;
  expect(image).toMatchObject({
    width: 1600,
    height: 800,
    alt: "A pier",
    caption: "The pier",
    credit: "Bo Lind",
  });
  expect(image.sources.map(({ type, width }: { type: string; width: number }) => `${type} ${width}`)).toEqual(
    [
      "image/avif 480",
      "image/avif 960",
      "image/avif 1600",
      "image/webp 480",
      "image/webp 960",
      "image/webp 1600",
    ],
  );
  const files = readdirSync(join(texts.dataDir, "images"));
  for (const { src } of image.sources) expect(files).toContain(src.replace("/images/", ""));
  expect(files.filter((file) => file.endsWith(".part"))).toEqual([]);

  const again = await run(["ingest", "--json", join(texts.dir, "pictured/story.md")]);
  expect(JSON.parse(again.stdout)[0]).toMatchObject({
    status: "unchanged",
    article: { image: { src: image.src } },
  });
  const replaced = await sharp({ create: { width: 700, height: 700, channels: 3, background: "#35a" } })
    .png()
    .toBuffer();
  write("pictured/pier.jpg", replaced);
  const other = await run(["ingest", "--json", join(texts.dir, "pictured/story.md")]);
  expect(JSON.parse(other.stdout)[0]).toMatchObject({
    status: "revised",
    article: { image: { width: 700 } },
  });
});

test("fields given on the command line stay until they are given again", async () => {
  const path = write("given.txt", story("A given story"));
  await run(["ingest", "--publisher", "The Sandle Post", "--lang", "en-GB", path]);
  const again = await run(["ingest", "--json", path]);
  expect(JSON.parse(again.stdout)[0]).toMatchObject({
    status: "unchanged",
    article: { publisher: "The Sandle Post", inLanguage: "en-GB" },
  });
});

test("a dry run of a changed story says what the edit would do to shared quotations", async () => {
  const path = write("edited.txt", story("An edited story", "We counted 14 boats in the harbour"));
  await run(["ingest", path]);
  write("edited.txt", story("An edited story", "We counted 41 boats in the harbour"));
  const { stdout } = await run(["ingest", "--dry-run", path]);
  expect(stdout).toContain("would be revised  /articles/an-edited-story  revision 2");
  expect(stdout).toContain("changes the words of 1: 14 → 41");
  expect(stdout).toContain("“We counted [-14-]{+41+} boats in the harbour,”");
  const shown = await run(["show", "--json", "an-edited-story"]);
  expect(JSON.parse(shown.stdout).article.revision).toBe(1);
});

describe("many at once", () => {
  test("folders, globs and lists bring their stories in, each once", async () => {
    for (const name of ["many/a.txt", "many/below/b.md", "many/c.html"]) {
      const headline = `Many ${createHash("sha1").update(name).digest("hex").slice(0, 6)}`;
      const html = `<article><h1>${headline}</h1><p>The pier is open again, and will stay so until the winter comes.</p></article>`;
      write(
        name,
        name.endsWith("html")
          ? html
          : name.endsWith("md")
            ? `# ${headline}\n\nThe pier is open.\n`
            : story(headline),
      );
    }
    write("many/.hidden.txt", story("Hidden"));
    write("many/notes.csv", "not,a,story");
    // A thing that is named like a story and is no file, such as a pipe.
    const socket = createServer().listen(join(texts.dir, "many/socket.txt"));
    const list = write("list", "# stories\nmany/a.txt\n\nmany/below/b.md\n");
    const folder = await run(["ingest", join(texts.dir, "many")]);
    expect(folder.stderr).toMatch(/^3 stories in [\d.]+ s, .*: 3 created\n$/);
    socket.close();
    const all = await run(["ingest", join(texts.dir, "many/*.txt"), `@${list}`, join(texts.dir, "many")]);
    expect(all.stderr).toMatch(/^3 stories .*: 3 unchanged\n$/);
  });

  test("a feed brings in the stories that it names, and says which are not there", async () => {
    const server = createServer((request, response) => {
      const site = `http://${request.headers.host}`;
      const page = /^\/story-(\d)$/u.exec(request.url ?? "");
      if (request.url === "/feed.xml") {
        const items = [1, 2, 9]
          .map((n) => `<item><title>S</title><link>${site}/story-${n}</link></item>`)
          .join("");
        response
          .setHeader("content-type", "application/rss+xml")
          .end(
            `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><link>${site}</link><description>d</description>${items}</channel></rss>`,
          );
      } else if (page !== null && page[1] !== "9") {
        response.setHeader("content-type", "text/html; charset=windows-1252");
        response.end(
          Buffer.from(
            `<html><body><article><h1>Caf\xe9 number ${page[1]}</h1><p>\x93We are open,\x94 said Ada Berg, who has run it since the spring.</p></article></body></html>`,
            "latin1",
          ),
        );
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const feed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
    try {
      const refused = await run(["ingest", feed]);
      expect(refused).toMatchObject({ status: 1 });
      expect(refused.stderr).toMatch(/: leads to 127\.0\.0\.1, which is not a public address[^\n]*\n$/);
      const { status, stdout, stderr } = await run(["ingest", "--allow-private", "--json", feed]);
      const rows = JSON.parse(stdout) as {
        status: string;
        article: { headline: string; quotations: { text: string }[] } | null;
      }[];
      expect(rows.map(({ article }) => article?.headline ?? null)).toEqual([
        "Café number 1",
        "Café number 2",
        null,
      ]);
      expect(rows[0]?.article?.quotations).toMatchObject([{ text: "We are open," }]);
      expect(status).toBe(1);
      expect(stderr).toContain("/story-9: answered 404 Not Found");
    } finally {
      server.close();
    }
  });

  test("standard input is a story", async () => {
    const { stdout } = await run(["ingest", "--json", "-"], story("Through a pipe"));
    expect(JSON.parse(stdout)).toMatchObject([
      { path: "-", status: "created", slug: "through-a-pipe", revision: 1, problem: null },
    ]);
  });
});
