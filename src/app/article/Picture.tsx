import type { Image } from "#model/article.ts";
import { pictureTypes, srcSetOf } from "#model/picture-sources.ts";

/** A picture at the widths there are; its room is kept before it comes. */
export function Picture({
  image,
  sizes,
  eager,
}: {
  readonly image: Image;
  readonly sizes: string;
  readonly eager: boolean;
}) {
  if (image.src === null) return null;
  return (
    <picture>
      {pictureTypes.map((type) => {
        const srcSet = srcSetOf(image, type);
        return srcSet === "" ? null : <source key={type} type={type} srcSet={srcSet} sizes={sizes} />;
      })}
      <img
        src={image.src}
        alt={image.alt ?? ""}
        width={image.width ?? undefined}
        height={image.height ?? undefined}
        loading={eager ? undefined : "lazy"}
        fetchPriority={eager ? "high" : undefined}
        decoding="async"
      />
    </picture>
  );
}
