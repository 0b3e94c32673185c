import type { Incoming, Newsroom } from "#newsroom/newsroom.ts";
import type { StoredPicture } from "#newsroom/pictures/store-picture.ts";
import type { Readers } from "#newsroom/reading/open-readers.ts";
import type { ReadSource } from "#newsroom/reading/read-source.ts";
import type { Source } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { Published, SourceText } from "#store/store.ts";

/** A source that has been read, but does not belong to a story yet. */
export interface UnsavedStory {
  readonly incoming: Incoming;
  readonly read: ReadSource | null;
  readonly picture: StoredPicture | null;
  /** The story whose text this already is. */
  readonly same: Published | null;
  /** What its owner should know beside what the story itself tells. */
  readonly warnings: readonly string[];
}

/**
 * Reads a source, unless its very text is what is published: then there is
 * nothing to read. Safe to run for many sources at once. Rejects with Unreadable.
 */
export async function readIncoming(newsroom: Newsroom, incoming: Incoming): Promise<UnsavedStory> {
  const { store, readers } = newsroom;
  const { sourceText } = incoming;
  const slug = incoming.slug ?? (await slugBefore(store, sourceText.source));
  const previous = slug === null ? null : await store.articles.published(slug);
  const overrides = { ...previous?.sourceText.overrides, ...sourceText.overrides };
  const merged = { ...incoming, sourceText: { ...sourceText, overrides } };
  const isKnown = previous !== null && sameSource(previous.sourceText, merged.sourceText);
  const hasPicture = previous?.article.image?.src != null;
  // A picture that could not be had before may be there now.
  if (isKnown && !hasPicture && incoming.picture === null && !mayNamePicture(sourceText)) {
    return { incoming: merged, read: null, picture: null, same: previous, warnings: [] };
  }
  const read = await readSafely(readers, { ...sourceText, lang: overrides.lang ?? null });
  const { picture, warnings } =
    incoming.picture === null
      ? await pictureFor(read, incoming, previous)
      : { picture: incoming.picture, warnings: [] };
  const samePicture = isKnown && (previous.article.image?.src ?? null) === (picture?.src ?? null);
  return { incoming: merged, read, picture, same: samePicture ? previous : null, warnings };
}

/** The slug of the story that a source came in as before. */
export const slugBefore = async (store: Newsroom["store"], source: string | null): Promise<string | null> =>
  source === null ? null : store.articles.slugOfSource(source);

/** A fault of ours over one story must not stop the nine thousand others. */
async function readSafely(readers: Readers, source: Source): Promise<ReadSource> {
  try {
    return await readers.read(source);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Unreadable(`could not be read, through a fault of Verbatim’s: ${reason}`, { cause: error });
  }
}

/** Whether a text has any of the signs by which it can name a picture: far cheaper than reading it. */
function mayNamePicture({ format, text }: SourceText): boolean {
  switch (format) {
    case "text":
      return false;
    case "markdown":
      return /!\[|<img\b|^["']?image["']?\s*[:=]/imu.test(text);
    case "html":
      return /<(?:amp-)?img\b|(?:og|twitter):image|"image"/iu.test(text);
  }
}

function sameSource(a: SourceText, b: SourceText): boolean {
  const flat = ({ overrides }: SourceText) => JSON.stringify(Object.entries(overrides).sort());
  return a.text === b.text && a.format === b.format && flat(a) === flat(b);
}

/**
 * The picture that came by the command line before, for it stays; else the one that the story names. One that cannot
 * be had costs the story nothing but itself, and not even that where the story had it before.
 */
async function pictureFor(
  read: ReadSource,
  incoming: Incoming,
  previous: Published | null,
): Promise<Pick<UnsavedStory, "picture" | "warnings">> {
  if (previous?.sourceText.overrides.image !== undefined) {
    return { picture: pictureBefore(previous), warnings: [] };
  }
  const { src } = read.story.picture;
  try {
    return { picture: src === null ? null : await incoming.pictureOf(src), warnings: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const before = previous === null ? null : pictureBefore(previous);
    const instead =
      before === null ? "comes without its picture, which" : "keeps its picture, for the one it names";
    return { picture: before, warnings: [`${instead} ${error.message}: ${src}`] };
  }
}

/** The picture that a story already has. */
export function pictureBefore({ article: { image } }: Published): StoredPicture | null {
  if (image === null || image.src === null) return null;
  const { src, width, height, sources } = image;
  return { src, width, height, sources };
}
