import { useLocale } from "#app/words/words.ts";
import type { Image } from "#model/article.ts";
import { storyPictureSizes } from "#model/picture-sources.ts";
import styles from "./figure.module.css";
import { Picture } from "./Picture.tsx";

/** The story's picture with caption and credit. */
export function StoryFigure({ image }: { readonly image: Image }) {
  const { caption, credit } = image;
  return (
    <figure className={styles.figure}>
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

/** A credit that says by itself what it is one of: “Illustration: Ada Berg”, “Foto Ada Berg”. */
const withItsWord = /[:©]|photo|foto|image|picture|illustration|drawing|\bbild/iu;

/** What is known of a picture that is not here: a line at the story's end, which says that it is about one. */
export function PictureLine({ image: { caption, credit } }: { readonly image: Image }) {
  const { words } = useLocale();
  const labelled = (text: string): string => (withItsWord.test(text) ? text : words.story.photo(text));
  if (caption === null && credit === null) return null;
  return (
    <p className={styles.line} dir="auto">
      {caption === null ? null : <span>{credit === null ? labelled(caption) : caption}</span>}{" "}
      {credit === null ? null : <span className={styles.credit}>{labelled(credit)}</span>}
    </p>
  );
}
