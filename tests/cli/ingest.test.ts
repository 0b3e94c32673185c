import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "#store/open-store.ts";
import { runVerbatim } from "#tools/support/site.ts";

let dir: string;
let data: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "verbatim-cli-"));
  data = join(dir, "data");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = (args: readonly string[], input = "") =>
  runVerbatim(args, { PATH: process.env.PATH ?? "", DATA_DIR: data }, input);

function write(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const story = (headline: string, words = "We will paint it blue") =>
  `${headline}\n\n3 May 2024\n\nThe pier at Sandle was closed on Monday.\n\n“${words},” said Ada Berg, the harbour master.\n`;

async function kept() {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({ databaseUrl: null, dataDir: data, siteUrl: "http://localhost:3000", log });
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
      join(dir, "bad/missing.txt"),
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
      "has a “date” in its front matter that is no date: the day after",
      "has a headline but no story under it",
      "created",
      "no such file or folder",
    ]);
    expect(stderr.trim().split("\n")).toHaveLength(8);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await kept()).toEqual(expect.arrayContaining(["A good one among bad ones"]));
    expect(await kept()).not.toContain("Only a headline");
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

describe("exit status", () => {
  test.each([
    [["--help"], 0, ""],
    [["ingest"], 2, "error: missing required argument 'path'"],
    [["ingest", "--lang", "no language", "x"], 2, "It is no language tag"],
    [["ingest", "--slug", "Not A Slug", "x"], 2, "“not-a-slug” could be one"],
    [["ingest", "--frobnicate", "x"], 2, "unknown option"],
    [["--version"], 0, ""],
    [["quotes", "--lang", "no language"], 2, "It is no language tag"],
    [["quotes", "no-such.jsonl"], 1, "verbatim: no-such.jsonl: no such file\n"],
    [["quotes", import.meta.dirname], 1, "is a folder\n"],
    [["show", "no-such-story"], 1, "verbatim: there is no story “no-such-story”\n"],
    [["correct", "no-such-story", "judge"], 2, "Allowed choices"],
  ])("verbatim %j is %i", async (args, expected, said) => {
    const { status, stderr } = await run(args);
    expect(status).toBe(expected);
    expect(stderr).toContain(said);
    if (said === "") expect(stderr).toBe("");
  });

  test.each([
    [["show", "x"], { PORT: "many" }, "PORT"],
    [["quotes"], { PORT: "many" }, "PORT"],
    [["ingest", "x"], { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [["votes"], { DATA_DIR: import.meta.filename }, "DATA_DIR"],
    [["votes"], { DATA_DIR: "/proc/nope" }, "DATA_DIR"],
    [["serve"], { DATA_DIR: "/proc/nope/deeper" }, "DATA_DIR"],
    [["serve"], { DATA_DIR: import.meta.filename, DATABASE_URL: "postgres://127.0.0.1:1/x" }, "DATA_DIR"],
    [["show", "x"], { DATABASE_URL: "mysql://here" }, "DATABASE_URL"],
    [["show", "x"], { DATABASE_URL: "postgres://127.0.0.1:1/x" }, "DATABASE_URL"],
  ])(
    "a wrong setting stops verbatim %j with one line that names the variable: %j",
    async (args, env, name) => {
      const settings = { PATH: process.env.PATH ?? "", DATA_DIR: data, ...env };
      const { status, stdout, stderr } = await runVerbatim(args, settings);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toMatch(new RegExp(`^[^\\n]*\\b${name}\\b[^\\n]*\\n$`));
    },
  );
});

test("the command runs under an older Node by the one that came with it", () => {
  const bin = join(import.meta.dirname, "../../src/cli/bin.js");
  const node = ["/usr/bin/node", "/usr/local/bin/node", process.execPath].find((path) => {
    try {
      return execFileSync(path, ["--version"]).toString().startsWith("v");
    } catch {
      return false;
    }
  });
  const help = execFileSync(node ?? process.execPath, [bin, "--help"], {
    env: { PATH: process.env.PATH ?? "" },
  });
  expect(help.toString()).toContain("Usage: verbatim");
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
  const files = readdirSync(join(data, "images"));
  for (const { src } of image.sources) expect(files).toContain(src.replace("/images/", ""));
  expect(files.filter((file) => file.endsWith(".part"))).toEqual([]);

  const again = await run(["ingest", "--json", join(dir, "pictured/story.md")]);
  expect(JSON.parse(again.stdout)[0]).toMatchObject({
    status: "unchanged",
    article: { image: { src: image.src } },
  });
  const replaced = await sharp({ create: { width: 700, height: 700, channels: 3, background: "#35a" } })
    .png()
    .toBuffer();
  write("pictured/pier.jpg", replaced);
  const other = await run(["ingest", "--json", join(dir, "pictured/story.md")]);
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

test("an editor corrects, sees the correction, and undoes it", async () => {
  await run(["ingest", write("corrected.txt", story("A corrected story"))]);
  const corrected = await run([
    "correct",
    "a-corrected-story",
    "speaker",
    "We will paint",
    "Bo Lind",
    "--role",
    "a painter",
  ]);
  expect(corrected.stdout).toContain("1  “We will paint it blue,” is Bo Lind’s, a painter");
  const shown = await run(["show", "a-corrected-story"]);
  expect(shown.stdout).toMatch(/Bo Lind, a painter\n +direct · decided by an editor/);
  expect(shown.stdout).toMatch(/corrections\n +1 {2}“We will paint it blue,” is Bo Lind’s, a painter/);
  const missing = await run(["correct", "a-corrected-story", "speaker", "We will sink", "Bo Lind"]);
  expect(missing).toMatchObject({
    status: 1,
    stderr: "verbatim: no quotation of “a-corrected-story” begins with “We will sink”\n",
  });
  expect((await run(["correct", "a-corrected-story", "undo", "1"])).stdout).toContain("decision 1 is undone");
  const { article, corrections } = JSON.parse((await run(["show", "--json", "a-corrected-story"])).stdout);
  expect(article.speakers).toMatchObject([{ name: "Ada Berg" }]);
  expect(corrections).toEqual([]);
});

test("a correction that fits nothing is said so where it is brought in, and shown to rest", async () => {
  const front = "headline: A slip\ncorrections:\n  - quotation: We wil paint\n    speaker: Bo Lind\n";
  const path = write("slip.md", `---\n${front}---\n\n“We will paint it blue,” said Ada Berg.\n`);
  const { status, stderr } = await run(["ingest", path]);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `${path}: a correction fits nothing in the story: “We wil paint” is Bo Lind’s\n`,
  });
  const { stdout } = await run(["show", "a-slip"]);
  expect(stdout).toContain(
    "“We wil paint” is Bo Lind’s (front matter; rests: fits nothing in the story now)",
  );
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
    const socket = createServer().listen(join(dir, "many/socket.txt"));
    const list = write("list", "# stories\nmany/a.txt\n\nmany/below/b.md\n");
    const folder = await run(["ingest", join(dir, "many")]);
    expect(folder.stderr).toMatch(/^3 stories in [\d.]+ s, .*: 3 created\n$/);
    socket.close();
    const all = await run(["ingest", join(dir, "many/*.txt"), `@${list}`, join(dir, "many")]);
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
