import type { Article } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import type { RevisionChange } from "#model/revision.ts";
import { type Published, RevisionConflict, type SourceText, type Store } from "#store/store.ts";
import type { Source } from "./formats/read-story.ts";
import type { KeptPicture } from "./keep-picture.ts";
import type { Readers } from "./open-readers.ts";
import { prepareRevision } from "./prepare-revision.ts";
import type { ReadSource } from "./read-source.ts";
import { slugOf } from "./slug.ts";
import { Unreadable } from "./unreadable.ts";

/** What the newsroom works with. */
export interface Newsroom {
  readonly store: Pick<Store, "articles" | "corrections">;
  readonly readers: Readers;
  /** The clock: ISO 8601 instants. */
  readonly now: () => string;
  /** Compares and reports, and keeps nothing. */
  readonly dryRun: boolean;
}

/** A decoded source on its way in. */
export interface Incoming {
  readonly sourceText: SourceText;
  /** The slug that the command line asks for. */
  readonly slug: string | null;
  /** The picture that the command line gives; it wins over the story's own. */
  readonly picture: KeptPicture | null;
  /** Finds and keeps the picture that a story names; null when it has none to keep. */
  readonly pictureOf: (src: string) => Promise<KeptPicture | null>;
}

/** What became of one source. */
export interface Ingested {
  readonly status: "created" | "revised" | "unchanged";
  readonly article: Omit<Article, "url">;
  /** What the revision did to published quotations; null when nothing changed. */
  readonly change: RevisionChange | null;
  readonly permalinks: readonly Permalink[];
}

const mostTries = 8;

/** A source that has been read, but not yet placed among the stories. */
export interface Placed {
  readonly incoming: Incoming;
  readonly read: ReadSource | null;
  readonly picture: KeptPicture | null;
  /** The story whose text this already is. */
  readonly same: Published | null;
}

/**
 * Reads a source, unless its very text is what is published: then there is
 * nothing to read. Safe to run for many sources at once. Rejects with Unreadable.
 */
export async function readIncoming(newsroom: Newsroom, incoming: Incoming): Promise<Placed> {
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

/**
 * Gives a source that was read its place: the story it belongs to, its next
 * revision, what becomes of published quotations; and keeps it, wholly or not
 * at all. Sources are placed one after the other, so that the same folder
 * always gives the same slugs.
 */
export async function placeIncoming(newsroom: Newsroom, placed: Placed): Promise<Ingested> {
  const { incoming, read, same } = placed;
  if (same !== null || read === null) return unchanged(same);
  for (let tries = 1; ; tries += 1) {
    try {
      const slug = await slugFor(newsroom.store, incoming, read);
      return await placeAs(newsroom, slug, placed, read);
    } catch (error) {
      // Somebody else published this story a moment ago: compare with theirs.
      if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
    }
  }
}

/** Reads and places one source. Rejects with Unreadable. */
export async function ingest(newsroom: Newsroom, incoming: Incoming): Promise<Ingested> {
  return placeIncoming(newsroom, await readIncoming(newsroom, incoming));
}

async function placeAs(
  newsroom: Newsroom,
  slug: string,
  placed: Placed,
  read: ReadSource,
): Promise<Ingested> {
  const { store, now, dryRun } = newsroom;
  const previous = await store.articles.published(slug);
  const corrections = previous === null ? [] : await store.corrections.list(slug);
  const { sourceText } = placed.incoming;
  const draft = prepareRevision({
    slug,
    previous,
    sourceText,
    read,
    picture: placed.picture,
    corrections,
    now: now(),
  });
  if (draft === null) return unchanged(previous);
  if (!dryRun) await store.articles.save(draft);
  return {
    status: previous === null ? "created" : "revised",
    article: draft.article,
    change: draft.change,
    permalinks: draft.permalinks,
  };
}

function unchanged(published: Published | null): Ingested {
  if (published === null) throw new Error("nothing is published that could be unchanged");
  return { status: "unchanged", article: published.article, change: null, permalinks: published.permalinks };
}

const slugBefore = async (store: Newsroom["store"], source: string | null): Promise<string | null> =>
  source === null ? null : store.articles.slugOfSource(source);

/** Asked for; or where the source was before; or made of the headline, numbered while it is another source's. */
async function slugFor(store: Newsroom["store"], incoming: Incoming, { story }: ReadSource): Promise<string> {
  const { source } = incoming.sourceText;
  const chosen = incoming.slug ?? story.slug ?? (await slugBefore(store, source));
  if (chosen !== null) return chosen;
  const base = slugOf(story.headline);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const taken = await store.articles.published(slug);
    if (taken === null || taken.sourceText.source === source) return slug;
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
): Promise<KeptPicture | null> {
  if (previous?.sourceText.overrides.image !== undefined) return keptBefore(previous);
  const { src } = read.story.picture;
  return src === null ? null : incoming.pictureOf(src);
}

/** The picture that a story already has. */
function keptBefore({ article: { image } }: Published): KeptPicture | null {
  if (image === null || image.src === null) return null;
  const { src, width, height, sources } = image;
  return { src, width, height, sources };
}

/**
 * Reads a published story's own text again, under the corrections that hold
 * now, and publishes what changes. Rejects with Unreadable when no story of
 * that slug is kept.
 */
export async function readAgain(newsroom: Newsroom, slug: string): Promise<Ingested> {
  const previous = await newsroom.store.articles.published(slug);
  if (previous === null) throw new Unreadable(`is no story: ${slug}`);
  const { sourceText } = previous;
  const read = await newsroom.readers.read({ ...sourceText, lang: sourceText.overrides.lang ?? null });
  const incoming: Incoming = { sourceText, slug, picture: null, pictureOf: async () => keptBefore(previous) };
  return placeIncoming(newsroom, { incoming, read, picture: keptBefore(previous), same: null });
}
