import { createContext, use } from "react";
import type { Article } from "#model/article.ts";

/** What every quotation among a story's words is drawn from. */
export interface StoryState {
  readonly article: Article;
  /** The quotation that the address points to. */
  readonly linked: string | null;
  /** The quotations that make one statement with it, itself among them. */
  readonly linkedWith: readonly string[];
}

export const StoryContext = createContext<StoryState | null>(null);

/** The story around; a quotation is never drawn outside one. */
export function useStory(): StoryState {
  const story = use(StoryContext);
  if (story === null) throw new Error("a quotation stands outside a story");
  return story;
}
