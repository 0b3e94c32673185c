import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";

const open = (file: string) => readFileSync(join(import.meta.dirname, "../../public", file));

it.each([
  ["icons/icon-192.png", 192, 192],
  ["icons/icon-512.png", 512, 512],
  ["icons/maskable-192.png", 192, 192],
  ["icons/maskable-512.png", 512, 512],
  ["apple-touch-icon.png", 180, 180],
  ["social.png", 1200, 630],
])("%s is %d × %d", async (file, width, height) => {
  expect(await sharp(open(file)).metadata()).toMatchObject({ format: "png", width, height });
});

it.each(["icons/maskable-512.png", "apple-touch-icon.png"])(
  "%s covers its square, so that a system's mask leaves no hole",
  async (file) => {
    expect((await sharp(open(file)).stats()).isOpaque).toBe(true);
  },
);

it("favicon.ico holds 16, 32 and 48 pixels", () => {
  const icon = open("favicon.ico");
  const widths = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => icon.readUInt8(6 + 16 * index));
  expect(widths).toEqual([16, 32, 48]);
});
