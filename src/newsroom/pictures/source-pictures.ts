import { readFile, realpath } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { FetchPage } from "#newsroom/sources/fetch-page.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { type StoredPicture, storePicture } from "./store-picture.ts";

/**
 * A picture that lies beside a story. A publisher's own front matter may name
 * any file, and must name one that is there; a saved page, which anybody may
 * have written, only what lies below its own folder.
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
  try {
    if (isPage && relative(await realpath(folder), await realpath(path)).startsWith("..")) return null;
    return await storePicture(await readFile(path), imagesDir);
  } catch (error) {
    if (isPage) return null;
    if (error instanceof Unreadable) throw new Unreadable(`names an image that ${error.message}: ${src}`);
    throw new Unreadable(`names an image that is not there: ${src}`);
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A fetched page's picture; a page without it is still a story. */
export async function pictureOnline(
  src: string,
  base: string,
  fetchPage: FetchPage,
  imagesDir: string | null,
): Promise<StoredPicture | null> {
  const url = URL.parse(src, base);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  try {
    const { bytes } = await fetchPage(url.href, "image/*");
    return await storePicture(bytes, imagesDir);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
