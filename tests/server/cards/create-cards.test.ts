import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Region } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Card } from "#server/cards/card.ts";
import { type Cards, createCards } from "#server/cards/create-cards.ts";

const card: Card = {
  start: 0,
  became: null,
  becameBriefly: null,
  struck: false,
  headline: "The pier that would not move",
  address: "courier.example/articles/the-pier/quotes/abcdefgh2345",
  text: "We won’t move. Nobody asked us.",
  speaker: "Ana Ruiz",
  role: "harbour master",
  voice: 2,
  publication: "The Fictional Courier",
  date: "12 July 2018",
  lang: "en",
  marks: [
    { start: 0.1, end: 0.15, line: 0, voice: 1, linked: false },
    { start: 0.4, end: 0.5, line: 1, voice: 2, linked: true },
  ],
};
const long = "We have asked the council for a new pier every year since the storm. ".repeat(30);

/** Ink in each part of the picture: what is cut would bleed into the margins. */
async function inkIn(png: Buffer, region: Region): Promise<number> {
  const grey = await sharp(png).extract(region).greyscale().raw().toBuffer();
  return 255 - grey.reduce((darkest, value) => Math.min(darkest, value), 255);
}

describe("cards", () => {
  let dir: string;
  let cards: Cards;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "verbatim-cards-"));
    cards = createCards({ dir });
  });
  afterAll(async () => {
    await cards.close();
    await rm(dir, { recursive: true, force: true });
  });

  test.each([
    ["the usual", card.text, "en"],
    ["one word", "No.", "en"],
    ["one endless word", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(4), "cy"],
    ["more than a card holds", long, "en"],
    ["wide letters", "WWWWWW MMMMMM ".repeat(60), "en"],
    ["right-to-left script", "لن نغلق المدرسة هذا العام", "ar"],
    ["emoji and combining marks", "Well done 👍🏽 e\u0301te\u0301", "en"],
    ["a script without a face", "我们不会关闭这所学校", "zh"],
  ])("of %s are 1200×630 and nothing is cut", async (_, text, lang) => {
    const png = await cards.png({ ...card, text, lang });
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
    expect(await inkIn(png, { left: 64, top: 100, width: 1072, height: 330 })).toBeGreaterThan(150);
    for (const margin of [
      { left: 0, top: 0, width: 56, height: 630 },
      { left: 1144, top: 0, width: 56, height: 630 },
      { left: 0, top: 0, width: 1200, height: 30 },
    ])
      expect(await inkIn(png, margin)).toBeLessThan(12);
  });

  test("of words that no longer stand say so above them, in every script, and strike them out", async () => {
    const before = await cards.png({ ...card, text: "We stay." });
    const note = { left: 64, top: 124, width: 12, height: 64 };
    expect(await inkIn(before, note)).toBeLessThan(12);
    for (const now of ["We go.", "我们走。", "سنذهب", "We go. ".repeat(40)]) {
      const changed = {
        ...card,
        text: "We stay.",
        struck: true,
        became: `The story changed these words on 5 April 2026. It now says: “${now}”`,
        becameBriefly: "The story changed these words on 5 April 2026.",
      };
      const png = await cards.png(changed);
      expect(await inkIn(png, note)).toBeGreaterThan(150);
      expect(await inkIn(png, { left: 82, top: 124, width: 300, height: 64 })).toBeGreaterThan(150);
      expect(png.equals(await cards.png({ ...changed, struck: false }))).toBe(false);
    }
  });

  test("name the story and the address, and are others for another address", async () => {
    const one = await cards.png(card);
    expect(await inkIn(one, { left: 64, top: 84, width: 300, height: 30 })).toBeGreaterThan(80);
    expect(await inkIn(one, { left: 64, top: 526, width: 300, height: 24 })).toBeGreaterThan(80);
    const address = "courier.example/articles/the-pier/quotes/zyxwvuts9876";
    expect(one.equals(await cards.png({ ...card, address }))).toBe(false);
  });

  test("give a long name whole", async () => {
    const name =
      "the Chamber of Commerce, Tidal Industries and Allied Trades of the Lower River and its Quays";
    for (const text of ["We stay.", long]) {
      const one = await cards.png({ ...card, text, speaker: name });
      expect(one.equals(await cards.png({ ...card, text, speaker: `${name.slice(0, -1)}z` }))).toBe(false);
      // Neither the address below nor the words above are touched.
      expect(await inkIn(one, { left: 126, top: 510, width: 400, height: 8 })).toBeLessThan(12);
      expect(await inkIn(one, { left: 126, top: 420, width: 400, height: 6 })).toBeLessThan(12);
    }
  });

  test("show the sentence that the address names where the whole statement has no room", async () => {
    const text = `${long.repeat(2)}We won’t move.`;
    const whole = await cards.png({ ...card, text });
    const named = await cards.png({ ...card, text, start: long.length * 2 });
    const alone = await cards.png({ ...card, text: "… We won’t move." });
    expect(named.equals(whole)).toBe(false);
    const words = { left: 64, top: 130, width: 1072, height: 280 };
    const pixels = (png: Buffer) => sharp(png).extract(words).raw().toBuffer();
    expect(await pixels(named)).toEqual(await pixels(alone));
  });

  test("are drawn once, and kept for the next server", async () => {
    const asked = { ...card, text: "Once." };
    const [first, second] = await Promise.all([cards.png(asked), cards.png(asked)]);
    expect(second).toBe(first);
    const files = await readdir(dir);
    const again = createCards({ dir });
    expect((await again.png(asked)).equals(first)).toBe(true);
    expect(await readdir(dir)).toEqual(files);
    await again.close();
  });

  test("change with the speaker, so that nobody else's name stands under the words", async () => {
    const one = await cards.png({ ...card, text: "Whose?" });
    const other = await cards.png({ ...card, text: "Whose?", speaker: "Ben Oduya" });
    expect(one.equals(other)).toBe(false);
  });

  test("stay within their bound; those unused longest go first", async () => {
    const small = await mkdtemp(join(tmpdir(), "verbatim-few-cards-"));
    const bound = 120_000;
    const few = createCards({ dir: small, maxBytes: bound });
    for (let number = 0; number < 10; number += 1) await few.png({ ...card, text: `Number ${number}` });
    const sizes = await Promise.all(
      (await readdir(small)).map(async (name) => (await stat(join(small, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(bound);
    expect(sizes.length).toBeGreaterThan(0);
    await few.close();
    await rm(small, { recursive: true, force: true });
  });

  test("are sent though they cannot be kept, and kept once they can be", async () => {
    const folder = await mkdtemp(join(tmpdir(), "verbatim-no-cards-"));
    const place = join(folder, "cards");
    // A file where the folder should be is in the way of everybody, root included.
    await writeFile(place, "");
    const troubles: unknown[] = [];
    const kept = createCards({ dir: place, onTrouble: (error) => troubles.push(error) });
    const asked = { ...card, text: "Sent all the same." };
    const png = await kept.png(asked);
    expect(png.length).toBeGreaterThan(1_000);
    expect(troubles).not.toEqual([]);
    await rm(place);
    expect((await kept.png(asked)).equals(png)).toBe(true);
    expect(await readdir(place)).toHaveLength(1);

    // Somebody clears the folder away while the server runs.
    await rm(place, { recursive: true });
    expect((await kept.png({ ...card, text: "Once more." })).length).toBeGreaterThan(1_000);
    expect(await readdir(place)).toHaveLength(1);
    await kept.close();
    await rm(folder, { recursive: true });
  });

  test("leave no drafts, neither their own nor those of a process that was killed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "verbatim-drafts-"));
    const left = join(folder, "0123.png.4711.draft");
    await writeFile(left, "");
    await utimes(left, new Date(0), new Date(0));
    const asked = { ...card, text: "Where its file should be is a folder." };
    const first = createCards({ dir: folder });
    await first.png(asked);
    const [name = ""] = (await readdir(folder)).filter((file) => file.endsWith(".png"));
    expect(await readdir(folder)).toEqual([name]);
    await first.close();
    await rm(join(folder, name));
    await mkdir(join(folder, name));
    const second = createCards({ dir: folder });
    expect((await second.png(asked)).length).toBeGreaterThan(1_000);
    expect(await readdir(folder)).toEqual([name]);
    await second.close();
    await rm(folder, { recursive: true });
  });

  test("two hundred at once are all drawn, and the thread that serves stays free", async () => {
    const asked = Array.from({ length: 200 }, (_, number) =>
      cards.png({ ...card, text: `At once, ${number}.` }),
    );
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 10);
    const before = process.memoryUsage().rss;
    const drawn = await Promise.all(asked);
    clearInterval(count);
    expect(new Set(drawn.map((png) => png.toString("latin1"))).size).toBe(200);
    // Had they been drawn on this thread, hardly a timer would have had its turn.
    expect(turns).toBeGreaterThan(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
  }, 180_000);
});
