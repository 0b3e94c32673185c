import type { Block } from "#model/article.ts";
import type { Decision } from "#model/correction.ts";
import type { SourceText } from "#store/store.ts";

/** A source's text, where it came from, and its language where that is already known. */
export interface Source extends Pick<SourceText, "format" | "text" | "source"> {
  /** BCP 47; null where the text must tell. */
  readonly lang: string | null;
}

/** A story's picture as its source tells it: `src` is still a path or URL there. */
export interface Picture {
  readonly src: string | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** What a story says about itself; null where it says nothing. */
export interface Fields {
  readonly headline: string | null;
  readonly description: string | null;
  /** ISO 8601: a day where no time, or no time zone, is given. */
  readonly datePublished: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly slug: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  readonly picture: Picture;
  /** Corrections written into the story's front matter. */
  readonly decisions: readonly Decision[];
  /** What its owner should know of how it was read: one line each. */
  readonly warnings: readonly string[];
}

/** A block that is not numbered yet. */
export type RawBlock = Omit<Block, "id">;

/** What a format tells of a story. Its first blocks may still be its headline, date, byline or picture's words. */
export interface StoryParts {
  readonly fields: Fields;
  readonly blocks: readonly RawBlock[];
  /** When the page was saved, where it says so: “3 hours ago” is counted from then. */
  readonly savedAt: Date | null;
}

/** A story read from its source: fields complete, body in blocks, nobody quoted yet. */
export interface Story extends Fields {
  readonly headline: string;
  readonly blocks: readonly Block[];
}

const noPicture: Picture = { src: null, alt: null, caption: null, credit: null };

export const noFields: Fields = {
  headline: null,
  description: null,
  datePublished: null,
  author: null,
  publisher: null,
  slug: null,
  lang: null,
  picture: noPicture,
  decisions: [],
  warnings: [],
};

/** A paragraph without inline marks. */
export const paragraph = (text: string): RawBlock => ({
  type: "paragraph",
  text,
  inlines: [],
  level: null,
  ordered: null,
});

/** How many UTF-16 units blocks hold. */
export const lettersIn = (blocks: readonly RawBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

/** The first of two readings of the same fields wins; the second fills its gaps. */
export function preferFields(first: Fields, second: Fields): Fields {
  return {
    headline: first.headline ?? second.headline,
    description: first.description ?? second.description,
    datePublished: first.datePublished ?? second.datePublished,
    author: first.author ?? second.author,
    publisher: first.publisher ?? second.publisher,
    slug: first.slug ?? second.slug,
    lang: first.lang ?? second.lang,
    picture: {
      src: first.picture.src ?? second.picture.src,
      alt: first.picture.alt ?? second.picture.alt,
      caption: first.picture.caption ?? second.picture.caption,
      credit: first.picture.credit ?? second.picture.credit,
    },
    decisions: [...first.decisions, ...second.decisions],
    warnings: [...first.warnings, ...second.warnings],
  };
}
