import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openDocument } from "#newsroom/sources/open-document.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

const received = join(import.meta.dirname, "../received");
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  const error = await openDocument(bytes, null).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Unreadable);
  return error instanceof Unreadable ? error.message : "";
};

/** An archive of one file, as ZIP has it: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. */
function archiveOf(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}

describe("a document that is not read is refused with the way to make a story of it", () => {
  test.each([
    [
      "PDF",
      "%PDF-1.7\n…",
      /^is a PDF, .+: open it where it was written, and save it as \.docx, \.html or \.txt$/u,
    ],
    ["RTF", "{\\rtf1\\ansi Mill}", /^is rich text \(RTF\): .+ save it as \.docx, \.html or \.txt$/u],
  ])("%s", async (_, text, reason) => {
    expect(await reasonOf(bytesOf(text))).toMatch(reason);
  });

  test("old Word, OpenDocument, any other archive", async () => {
    expect(await reasonOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toContain("old Word (.doc)");
    const odt = archiveOf("mimetype", bytesOf("x")).toString("latin1");
    const mimetype = odt.replace("mimetype", "mimetypeapplication/vnd.oasis.opendocument.text");
    expect(await reasonOf(Buffer.from(mimetype, "latin1"))).toContain("OpenDocument text (.odt)");
    expect(await reasonOf(archiveOf("photo.jpg", bytesOf("x")))).toBe(
      "is an archive: unpack it, and bring in what is in it",
    );
  });
});

describe("a Word document", () => {
  const whole = readFileSync(join(received, "word-styles.docx"));

  test("is one by its bytes, whatever it is called", async () => {
    expect(await openDocument(whole, "text")).toMatchObject({ format: "html" });
    expect(await openDocument(whole, null)).toMatchObject({ format: "html" });
  });

  test("that is cut off is refused in a line", async () => {
    expect(await reasonOf(whole.subarray(0, whole.length / 2))).toMatch(
      /^is no Word document that can be read: [^\n]+$/u,
    );
  });

  test("that unpacks without end is not unpacked to its end", async () => {
    const bomb = archiveOf("word/document.xml", Buffer.alloc(200_000_000, " "));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await reasonOf(bomb)).toBe("unpacks to more than 60 MB");
  });
});

describe("a mail", () => {
  const mail = readFileSync(join(received, "thunderbird.eml"));

  test("is one by its bytes, in a text file too", async () => {
    const { text } = await openDocument(mail, "text");
    expect(text).toMatch(/^From: Moorwatch <office@moorwatch\.example>\nDate: /u);
    expect(text).not.toContain("User-Agent");
  });

  test("whose label is wrong is mended when it is read", async () => {
    const mislabelled = Buffer.from(
      mail.toString("latin1").replace("charset=UTF-8", "charset=iso-8859-1"),
      "latin1",
    );
    const { text } = await openDocument(mislabelled, "mail");
    expect(text).toContain("â€œI heard the call");
  });

  test("that nests without end is refused in a line", async () => {
    const parts = Array.from(
      { length: 400 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    );
    expect(
      await reasonOf(bytesOf(`From: a@b.example\nSubject: Deep\nMIME-Version: 1.0\n${parts.join("")}`)),
    ).toMatch(/^is no mail that can be read: [^\n]+$/u);
  });

  test.each([
    ["a text that begins like one", "From: the harbour\n\nThe boats are in.\n"],
    ["Markdown", "---\ntitle: From: me\n---\n\nFrom: nobody\n"],
  ])("is not: %s", async (_, text) => {
    expect((await openDocument(bytesOf(text), null)).text).toBe(text);
  });
});
