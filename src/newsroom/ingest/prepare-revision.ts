import type { Article, Image } from "#model/article.ts";
import type { Correction } from "#model/correction.ts";
import { applyCorrections } from "#newsroom/corrections/apply-corrections.ts";
import { publish } from "#newsroom/permalinks/publish.ts";
import type { StoredPicture } from "#newsroom/pictures/store-picture.ts";
import type { ReadSource } from "#newsroom/reading/read-source.ts";
import type { Published, RevisionDraft, SourceText } from "#store/store.ts";

/** All that a revision is made of. */
export interface RevisionParts {
  readonly slug: string;
  readonly previous: Published | null;
  readonly sourceText: SourceText;
  readonly read: ReadSource;
  readonly picture: StoredPicture | null;
  readonly corrections: readonly Correction[];
  /** Whether it is a story of the first start's. */
  readonly isSample: boolean;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** Composes a story's next revision; null when it would be the one that is published. Pure. */
export function prepareRevision(parts: RevisionParts): RevisionDraft | null {
  const { slug, previous, sourceText, read, picture, corrections, isSample, now } = parts;
  const { story } = read;
  // The desk's decisions come after the story's own front matter, and so win.
  const decided = [...story.decisions.map((decision) => ({ decision, wording: null })), ...corrections];
  const reading = applyCorrections(read.reading, story.blocks, decided);
  const { article, permalinks, change } = publish(
    previous,
    {
      slug,
      headline: story.headline,
      description: story.description,
      datePublished: story.datePublished,
      dateModified: now,
      author: story.author,
      publisher: sourceText.overrides.publisher ?? story.publisher,
      inLanguage: reading.inLanguage,
      image: imageOf(story.picture, picture),
      blocks: story.blocks,
      speakers: reading.speakers,
      quotations: reading.quotations,
    },
    decided.flatMap(({ decision }) =>
      decision.kind === "spelling" || decision.kind === "same-person" ? [decision] : [],
    ),
  );
  if (previous !== null && sameStory(previous.article, article)) return null;
  // A story that never changed since it came was last changed when it was published, though it came today.
  const dateModified = previous === null ? (story.datePublished ?? now) : now;
  return { article: { ...article, dateModified }, sourceText, permalinks, change, isSample };
}

function imageOf(words: ReadSource["story"]["picture"], picture: StoredPicture | null): Image | null {
  const { alt, caption, credit } = words;
  if (picture === null && caption === null && credit === null) return null;
  const { src, width, height, sources } = picture ?? { src: null, width: null, height: null, sources: [] };
  return { src, width, height, caption, credit, alt, sources };
}

/** Whether two revisions differ in nothing but their number and moment. */
function sameStory(a: Article, b: Omit<Article, "url">): boolean {
  const bare = ({
    url: _,
    revision: __,
    dateModified: ___,
    ...story
  }: Omit<Article, "url"> & { url?: string }) =>
    JSON.stringify(story, (____, value) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
        : value,
    );
  return bare(a) === bare(b);
}
