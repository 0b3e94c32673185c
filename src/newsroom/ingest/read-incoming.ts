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
  if (isKnown && previous.article.image?.src == null && incoming.picture === null) {
    return { incoming: merged, read: null, picture: null, same: previous };
  }
  const read = await readSafely(readers, { ...sourceText, lang: overrides.lang ?? null });
  const picture = incoming.picture ?? (await pictureFor(read, incoming, previous));
  const samePicture = isKnown && (previous.article.image?.src ?? null) === (picture?.src ?? null);
  return { incoming: merged, read, picture, same: samePicture ? previous : null };
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

function sameSource(a: SourceText, b: SourceText): boolean {
  const flat = ({ overrides }: SourceText) => JSON.stringify(Object.entries(overrides).sort());
  return a.text === b.text && a.format === b.format && flat(a) === flat(b);
}

/** The picture that came by the command line before, for it stays; else the one that the story names. */
async function pictureFor(
  read: ReadSource,
  incoming: Incoming,
  previous: Published | null,
): Promise<StoredPicture | null> {
  if (previous?.sourceText.overrides.image !== undefined) return pictureBefore(previous);
  const { src } = read.story.picture;
  return src === null ? null : incoming.pictureOf(src);
}

/** The picture that a story already has. */
export function pictureBefore({ article: { image } }: Published): StoredPicture | null {
  if (image === null || image.src === null) return null;
  const { src, width, height, sources } = image;
  return { src, width, height, sources };
}
