import { realpath } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { FetchPage } from "#newsroom/sources/fetch-page.ts";
import { readBytes } from "#newsroom/sources/read-bytes.ts";
import { type StoredPicture, storePicture } from "./store-picture.ts";

/**
 * A picture that lies beside a story. A publisher's own front matter may name
 * any file; a saved page, which anybody may have written, only what lies below
 * its own folder. Null for what is not there to be taken; rejects with
 * Unreadable for what is named and cannot be kept.
 */
export async function pictureBeside(
  story: string,
  src: string,
  isPage: boolean,
  imagesDir: string | null,
): Promise<StoredPicture | null> {
  if (/^(?:[a-z]+:)?\/\//iu.test(src)) return null;
  const folder = dirname(story);
  const path = resolve(folder, isPage ? decodeURIComponentSafely(src.replace(/[?#].*$/u, "")) : src);
  if (isPage && !(await isBelow(folder, path))) return null;
  return storePicture(await readBytes(path), imagesDir);
}

/** Also false for what is not there: a page that was saved alone names many pictures. */
async function isBelow(folder: string, path: string): Promise<boolean> {
  const whole = await realpath(path).catch(() => null);
  return whole !== null && !relative(await realpath(folder), whole).startsWith("..");
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A fetched page's picture; null where it names none that could be fetched. Rejects with Unreadable. */
export async function pictureOnline(
  src: string,
  base: string,
  fetchPage: FetchPage,
  imagesDir: string | null,
): Promise<StoredPicture | null> {
  const url = URL.parse(src, base);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  const { bytes } = await fetchPage(url.href, "image/*");
  return storePicture(bytes, imagesDir);
}
