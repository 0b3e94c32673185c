import type { Article } from "#model/article.ts";

/** A story as composed: its quotations' ids are settled when it is compared with what was published. */
export type Draft = Omit<Article, "url" | "revision">;
