import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listSources, type Origin } from "#newsroom/sources/list-sources.ts";
import { readBytes, readStream } from "#newsroom/sources/read-bytes.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "verbatim-bounds-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const list = async (...names: readonly string[]): Promise<readonly Origin[]> => {
  const origins: Origin[] = [];
  for await (const origin of listSources(names, dir)) origins.push(origin);
  return origins;
};
const told = (origins: readonly Origin[]) =>
  origins.map((origin) => (origin.kind === "missing" ? `${origin.path}: ${origin.problem}` : origin.path));

describe("reading stops", () => {
  test("one byte after the cap, in a file without an end", async () => {
    expect(await readBytes("/dev/zero", { bytes: 1_000 })).toHaveLength(1_001);
    expect(await readBytes("/dev/zero", { bytes: 200_000 })).toHaveLength(200_001);
  });

  test("one byte after the cap, in a stream without an end", async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(700);
      })(),
    );
    expect(await readStream(endless, 1_000)).toHaveLength(1_001);
    expect(endless.destroyed).toBe(true);
  });

  test("when nobody writes to a pipe", async () => {
    const pipe = join(dir, "pipe");
    execFileSync("mkfifo", [pipe]);
    await expect(readBytes(pipe, { time: 50 })).rejects.toThrow(
      "is a pipe into which nobody wrote for 0.05 s",
    );
  });

  test("at the end of a pipe that somebody writes to", async () => {
    const pipe = join(dir, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reading = readBytes(pipe);
    await writeFile(pipe, "The boats are in.");
    expect(Buffer.from(await reading).toString()).toBe("The boats are in.");
  });

  test("at a file's own end", async () => {
    const path = join(dir, "story.txt");
    writeFileSync(path, "x".repeat(150_000));
    expect(await readBytes(path)).toHaveLength(150_000);
    await expect(readBytes(dir)).rejects.toThrow("is a folder");
    await expect(readBytes(join(dir, "none"))).rejects.toThrow("no such file");
  });
});

describe("a folder's links", () => {
  beforeEach(() => {
    mkdirSync(join(dir, "stories/below"), { recursive: true });
    mkdirSync(join(dir, "elsewhere"));
    writeFileSync(join(dir, "elsewhere/secret.txt"), "Nobody is to read this.");
    writeFileSync(join(dir, "stories/below/mill.txt"), "Mill turns\n\nIt does.");
    symlinkSync("../elsewhere/secret.txt", join(dir, "stories/out.txt"));
    symlinkSync("below/mill.txt", join(dir, "stories/in.txt"));
    symlinkSync("../elsewhere", join(dir, "stories/folder"));
  });
  const refused =
    "stories/out.txt: is a link that leads out of its folder; name the file itself to bring it in";

  test("are followed within it, and named where they lead out", async () => {
    expect(told(await list("stories"))).toEqual(["stories/below/mill.txt", "stories/in.txt", refused]);
  });

  test("are not followed out by a pattern, either", async () => {
    expect(told(await list("stories/*.txt"))).toEqual(["stories/in.txt", refused]);
  });

  test("lead anywhere when they are named", async () => {
    expect(told(await list("stories/out.txt"))).toEqual(["stories/out.txt"]);
  });
});

describe("a name that is no UTF-8", () => {
  const name = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x74, 0x78, 0x74]);

  beforeEach(() => {
    mkdirSync(join(dir, "stories"));
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/stories/`), name]), "Café opens\n\nIt does.");
  });

  test("is found in a folder, and its bytes are spelled out", async () => {
    const [origin] = await list("stories");
    expect(origin?.path).toBe("stories/caf\\xE9.txt");
    const rawPath = origin?.kind === "file" ? origin.rawPath : undefined;
    expect(Buffer.from(await readBytes(rawPath ?? "")).toString()).toContain("Café opens");
  });

  test("is found as a shell hands it on", async () => {
    const [origin] = await list(`stories/${name.toString()}`);
    expect(origin?.kind).toBe("file");
  });
});

test("a folder holds its stories in every format that is read, and those that are refused", async () => {
  mkdirSync(join(dir, "stories"));
  for (const name of [
    "a.txt",
    "b.md",
    "c.html",
    "d.eml",
    "e.docx",
    "f.rtf",
    "g.odt",
    "h.pdf",
    "photo.jpg",
    ".hidden.txt",
  ]) {
    writeFileSync(join(dir, "stories", name), "x");
  }
  expect(told(await list("stories"))).toEqual(
    ["a.txt", "b.md", "c.html", "d.eml", "e.docx", "f.rtf", "g.odt", "h.pdf"].map(
      (name) => `stories/${name}`,
    ),
  );
  mkdirSync(join(dir, "empty"));
  expect(told(await list("empty"))).toEqual(["empty: holds no .txt, .md, .html, .eml or .docx"]);
});
