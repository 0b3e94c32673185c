import type { Decision } from "#model/correction.ts";
import { unusedCorrections } from "#newsroom/corrections/apply-corrections.ts";
import type { Ingested, Newsroom } from "#newsroom/newsroom.ts";
import type { ReadSource } from "#newsroom/reading/read-source.ts";
import { slugOf } from "#newsroom/slug.ts";
import { type Published, RevisionConflict } from "#store/store.ts";
import { prepareRevision } from "./prepare-revision.ts";
import { slugBefore, type UnsavedStory } from "./read-incoming.ts";

/** Where stories that were read wait to be saved. */
export interface SaveQueue {
  /**
   * Finds the story that a source belongs to, its next revision, and what becomes
   * of published quotations. Resolves once its slug is certain, so that sources
   * added one after the other always get the same slugs; `saved` resolves when it
   * is durable, wholly or not at all, and those that wait for that are saved
   * together.
   */
  add(story: UnsavedStory): Promise<{ readonly saved: Promise<Ingested> }>;
  /** Resolves when nothing is being saved, well or not. */
  drained(): Promise<void>;
}

/** A story that is being saved, and the source that it comes from. */
interface Pending {
  readonly source: string | null;
  readonly over: Promise<unknown>;
}

const mostTries = 8;

export function openSaveQueue(newsroom: Newsroom): SaveQueue {
  const { store } = newsroom;
  const pending = new Map<string, Pending>();

  /** Asked for; or where the source was before; or made of the headline, numbered while it is another source's. */
  async function slugFor({ incoming }: UnsavedStory, { story }: ReadSource): Promise<string> {
    const { source } = incoming.sourceText;
    const chosen = incoming.slug ?? story.slug ?? (await slugBefore(store, source));
    if (chosen !== null) return chosen;
    const base = slugOf(story.headline);
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? base : `${base}-${number}`;
      const other = pending.get(slug);
      if (other !== undefined && other.source !== source) continue;
      const taken = await store.articles.published(slug);
      if (taken === null || taken.sourceText.source === source) return slug;
    }
  }

  async function save(first: string, unsaved: UnsavedStory, read: ReadSource): Promise<Ingested> {
    let slug = first;
    for (let tries = 1; ; tries += 1) {
      try {
        return await saveAs(newsroom, slug, unsaved, read);
      } catch (error) {
        // Somebody else published this story a moment ago: compare with theirs.
        if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
        slug = await slugFor(unsaved, read);
      }
    }
  }

  return {
    async add(unsaved) {
      const { read, same } = unsaved;
      if (same !== null || read === null) {
        return { saved: Promise.resolve({ ...unchanged(same), warnings: unsaved.warnings }) };
      }
      const slug = await slugFor(unsaved, read);
      // The same story a second time is compared with the first.
      await pending.get(slug)?.over;
      const saved = save(slug, unsaved, read);
      const forget = () => pending.delete(slug);
      pending.set(slug, { source: unsaved.incoming.sourceText.source, over: saved.then(forget, forget) });
      return { saved };
    },
    async drained() {
      await Promise.all(Array.from(pending.values(), ({ over }) => over));
    },
  };
}

async function saveAs(
  newsroom: Newsroom,
  slug: string,
  unsaved: UnsavedStory,
  read: ReadSource,
): Promise<Ingested> {
  const { store, now, dryRun } = newsroom;
  const previous = await store.articles.published(slug);
  const corrections = previous === null ? [] : await store.corrections.list(slug);
  const draft = prepareRevision({
    slug,
    previous,
    sourceText: unsaved.incoming.sourceText,
    read,
    picture: unsaved.picture,
    corrections,
    isSample: newsroom.areSamples === true || isStillSample(previous, unsaved),
    now: now(),
  });
  const unused = unusedDecisions(read);
  const warnings = [...read.story.warnings, ...unsaved.warnings];
  if (draft === null) return { ...unchanged(previous), unused, warnings };
  if (!dryRun) await store.articles.save(draft);
  return {
    status: previous === null ? "created" : "revised",
    article: draft.article,
    change: draft.change,
    permalinks: draft.permalinks,
    unused,
    warnings,
    unpublished: previous?.unpublished ?? null,
  };
}

/** A sample remains one where its own text is read again, under corrections; any other text is the publisher's. */
function isStillSample(previous: Published | null, { incoming: { sourceText } }: UnsavedStory): boolean {
  return previous?.isSample === true && previous.sourceText.text === sourceText.text;
}

function unusedDecisions({ story, reading }: ReadSource): readonly Decision[] {
  const decided = story.decisions.map((decision) => ({ decision, wording: null }));
  return unusedCorrections(reading, story.blocks, decided).map(({ decision }) => decision);
}

function unchanged(published: Published | null): Ingested {
  if (published === null) throw new Error("nothing is published that could be unchanged");
  const { article, permalinks, unpublished } = published;
  return { status: "unchanged", article, change: null, permalinks, unused: [], warnings: [], unpublished };
}
