import type { Decision } from "#model/correction.ts";
import { restingCorrections } from "#newsroom/corrections/apply-corrections.ts";
import type { Ingested, Newsroom } from "#newsroom/newsroom.ts";
import type { ReadSource } from "#newsroom/reading/read-source.ts";
import { slugOf } from "#newsroom/slug.ts";
import { type Published, RevisionConflict } from "#store/store.ts";
import { prepareRevision } from "./prepare-revision.ts";
import { type Placed, slugBefore } from "./read-incoming.ts";

/** Where sources get their places among the stories. */
export interface Places {
  /**
   * Gives a source that was read its place: the story it belongs to, its next
   * revision, what becomes of published quotations. Resolves once its slug is
   * certain, so that sources placed one after the other always get the same
   * slugs; `kept` resolves when it is durable, wholly or not at all, and those
   * that wait for that are kept together.
   */
  place(placed: Placed): Promise<{ readonly kept: Promise<Ingested> }>;
}

/** A story that is on its way into the store, and the source that it comes from. */
interface UnderWay {
  readonly source: string | null;
  readonly over: Promise<unknown>;
}

const mostTries = 8;

export function openPlaces(newsroom: Newsroom): Places {
  const { store } = newsroom;
  const underWay = new Map<string, UnderWay>();

  /** Asked for; or where the source was before; or made of the headline, numbered while it is another source's. */
  async function slugFor({ incoming }: Placed, { story }: ReadSource): Promise<string> {
    const { source } = incoming.sourceText;
    const chosen = incoming.slug ?? story.slug ?? (await slugBefore(store, source));
    if (chosen !== null) return chosen;
    const base = slugOf(story.headline);
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? base : `${base}-${number}`;
      const coming = underWay.get(slug);
      if (coming !== undefined && coming.source !== source) continue;
      const taken = await store.articles.published(slug);
      if (taken === null || taken.sourceText.source === source) return slug;
    }
  }

  async function keep(first: string, placed: Placed, read: ReadSource): Promise<Ingested> {
    let slug = first;
    for (let tries = 1; ; tries += 1) {
      try {
        return await keepAs(newsroom, slug, placed, read);
      } catch (error) {
        // Somebody else published this story a moment ago: compare with theirs.
        if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
        slug = await slugFor(placed, read);
      }
    }
  }

  return {
    async place(placed) {
      const { read, same } = placed;
      if (same !== null || read === null) return { kept: Promise.resolve(unchanged(same)) };
      const slug = await slugFor(placed, read);
      // The same story a second time is compared with the first.
      await underWay.get(slug)?.over;
      const kept = keep(slug, placed, read);
      const over = kept.then(
        () => underWay.delete(slug),
        () => underWay.delete(slug),
      );
      underWay.set(slug, { source: placed.incoming.sourceText.source, over });
      return { kept };
    },
  };
}

async function keepAs(newsroom: Newsroom, slug: string, placed: Placed, read: ReadSource): Promise<Ingested> {
  const { store, now, dryRun } = newsroom;
  const previous = await store.articles.published(slug);
  const corrections = previous === null ? [] : await store.corrections.list(slug);
  const draft = prepareRevision({
    slug,
    previous,
    sourceText: placed.incoming.sourceText,
    read,
    picture: placed.picture,
    corrections,
    now: now(),
  });
  const resting = restingDecisions(read);
  const { warnings } = read.story;
  if (draft === null) return { ...unchanged(previous), resting, warnings };
  if (!dryRun) await store.articles.save(draft);
  return {
    status: previous === null ? "created" : "revised",
    article: draft.article,
    change: draft.change,
    permalinks: draft.permalinks,
    resting,
    warnings,
  };
}

function restingDecisions({ story, reading }: ReadSource): readonly Decision[] {
  const decided = story.decisions.map((decision) => ({ decision, wording: null }));
  return restingCorrections(reading, story.blocks, decided).map(({ decision }) => decision);
}

function unchanged(published: Published | null): Ingested {
  if (published === null) throw new Error("nothing is published that could be unchanged");
  const { article, permalinks } = published;
  return { status: "unchanged", article, change: null, permalinks, resting: [], warnings: [] };
}
