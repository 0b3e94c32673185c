import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { Image, ImageSource } from "#model/article.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

/** A picture as served: everything of an Image but its words. */
export type StoredPicture = Pick<Image, "src" | "width" | "height" | "sources">;

/** Phone, tablet or half a desktop, desktop or a phone's double density. */
const widths = [480, 960, 1600] as const;
/** AVIF's effort costs time tenfold from here on and saves a few percent. */
const encoders = {
  avif: (picture: Sharp) => picture.avif({ quality: 55, effort: 2 }),
  webp: (picture: Sharp) => picture.webp({ quality: 78 }),
} as const;
/** Changing the widths or encoders must change the names. */
const recipe = "1";
const mostPixels = 100_000_000;
const mostSeconds = 60;

/**
 * Resizes a picture to AVIF and WebP in `dir`, under names made of its content,
 * so that the same picture is never made twice and a name never changes its
 * content. With `dir` null nothing is written (a dry run). Throws Unreadable
 * for what is no picture, or one that cannot be drawn.
 */
export async function storePicture(bytes: Uint8Array, dir: string | null): Promise<StoredPicture> {
  const name = createHash("sha256").update(recipe).update(bytes).digest("hex").slice(0, 20);
  const size = await sizeOf(bytes);
  const own = widths.filter((width) => width < size.width);
  const made = [...own, ...(own.length < widths.length ? [size.width] : [])];
  if (dir !== null) await mkdir(dir, { recursive: true });

  const sources: ImageSource[] = [];
  for (const format of ["avif", "webp"] as const) {
    for (const width of made) {
      const file = `${name}-${width}.${format}`;
      if (dir !== null) {
        await writeOnce(join(dir, file), () => encode(bytes, format, width));
      }
      sources.push({ type: `image/${format}`, src: `/images/${file}`, width });
    }
  }
  const largest = made.at(-1) ?? size.width;
  return {
    src: `/images/${name}-${largest}.webp`,
    width: largest,
    height: Math.round((largest * size.height) / size.width),
    sources,
  };
}

async function encode(bytes: Uint8Array, format: keyof typeof encoders, width: number): Promise<Uint8Array> {
  const picture = open(bytes).rotate().resize({ width, withoutEnlargement: true });
  try {
    return await encoders[format](picture).timeout({ seconds: mostSeconds }).toBuffer();
  } catch (error) {
    // A picture that ends in the middle has a size, and one that is too tall to be drawn, too.
    const [said = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    // Where it reads on another thread, the library may only say that there was something.
    const reason = said.includes("failOn") ? "its file is damaged or ends too soon" : said;
    throw new Unreadable(`is a picture that cannot be drawn (${reason})`);
  }
}

// Vector drawings have no pixels of their own: this density draws them sharp at the largest width.
const open = (bytes: Uint8Array): Sharp => sharp(bytes, { limitInputPixels: mostPixels, density: 144 });

async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    const { autoOrient } = await open(bytes).metadata();
    return autoOrient;
  } catch {
    throw new Unreadable("is no picture that can be read");
  }
}

/** A file appears whole or not at all, however many make it at once: each writes its own aside and renames it. */
async function writeOnce(path: string, make: () => Promise<Uint8Array>): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const aside = `${path}.${randomUUID()}.part`;
  const bytes = await make();
  try {
    await writeFile(aside, bytes);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}
