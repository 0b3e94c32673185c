import { createContext, use } from "react";
import type { Article } from "#model/article.ts";

/** What every quotation of a story needs to know about the page around it. */
export interface StoryState {
  readonly article: Article;
  /** The quotation that the address points to. */
  readonly linked: string | null;
  /** The one that its path points to, which is all that a server knows. */
  readonly linkedByPath: string | null;
  /** The id in the path: where its words were edited, the linked quotation is their successor. */
  readonly addressed: string | null;
  /** The voices that are heard; empty: all of them. */
  readonly lens: ReadonlySet<string>;
}

export const StoryContext = createContext<StoryState | null>(null);

/** The story around; a quotation is never drawn outside one. */
export function useStory(): StoryState {
  const story = use(StoryContext);
  if (story === null) throw new Error("a quotation stands outside a story");
  return story;
}
