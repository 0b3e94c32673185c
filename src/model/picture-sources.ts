import type { Image, ImageSource } from "./article.ts";

/** The kinds of file that a picture comes in, the smallest first. */
export const pictureTypes = ["image/avif", "image/webp"] as const satisfies readonly ImageSource["type"][];

/** How wide a story's picture stands, as `sizes` says it. */
export const storyPictureSizes = "(min-width: 44rem) 42rem, 100vw";

/** A picture's widths in one kind of file, as `srcset` says them; empty where it does not come in that kind. */
export const srcSetOf = (image: Image, type: ImageSource["type"]): string =>
  image.sources
    .filter((source) => source.type === type)
    .map(({ src, width }) => `${src} ${width}w`)
    .join(", ");
