import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storePicture } from "#newsroom/pictures/store-picture.ts";
import { withoutRoom } from "#tools/support/without-room.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "verbatim-pictures-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test("one picture of several stories that come in at once is stored once, and whole", async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#a53" } })
    .png()
    .toBuffer();
  const stored = await Promise.all(Array.from({ length: 12 }, () => storePicture(picture, dir)));
  const [first] = stored;
  for (const each of stored) expect(each).toEqual(first);
  const files = first?.sources.map(({ src }) => src.replace("/images/", "")) ?? [];
  expect(await readdir(dir)).toEqual(files.toSorted());
  for (const file of files) expect((await sharp(join(dir, file)).metadata()).width).toBe(60);
});

test("a picture for which there is no room leaves nothing half", async () => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#35a" } })
    .png()
    .toBuffer();
  await writeFile(join(dir, "pier.png"), bytes);
  const folder = join(dir, "images");
  const said = await withoutRoom(`
    import { readFileSync } from "node:fs";
    import { storePicture } from "#newsroom/pictures/store-picture.ts";
    await storePicture(readFileSync(${JSON.stringify(join(dir, "pier.png"))}), ${JSON.stringify(folder)})
      .catch(({ code }) => console.log(code));`);
  expect(said).toBe("EFBIG\n");
  expect(await readdir(folder)).toEqual([]);
  await storePicture(bytes, folder);
  expect(await readdir(folder)).toHaveLength(2);
});
