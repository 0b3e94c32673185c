import type { Image } from "#model/article.ts";
import { storyPictureSizes } from "#model/picture-sources.ts";
import styles from "./figure.module.css";
import { Picture } from "./Picture.tsx";

/** The story's picture with caption and credit; nothing where there is only a credit line for a picture we lack. */
export function StoryFigure({ image }: { readonly image: Image }) {
  const { caption, credit } = image;
  if (image.src === null && caption === null && credit === null) return null;
  return (
    <figure className={image.src === null ? styles.wordsOfPicture : styles.figure}>
      <Picture image={image} sizes={storyPictureSizes} eager={false} />
      {caption === null && credit === null ? null : (
        <figcaption>
          {caption === null ? null : <span>{caption}</span>}{" "}
          {credit === null ? null : <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
