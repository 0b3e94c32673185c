import type { Article, ArticlePage } from "./article.ts";
import type { FurtherReading } from "./further-reading.ts";
import type { Language } from "./languages.ts";
import type { Permalink } from "./permalink.ts";
import type { Problem } from "./problem.ts";
import type { RevisionChange } from "./revision.ts";
import type { VoteState } from "./vote.ts";

/** What the server knows when it renders a page; the app draws it and hydrates from it. */
export type Page =
  | { readonly view: "front"; readonly articles: ArticlePage }
  | {
      readonly view: "article";
      readonly article: Article;
      readonly changes: readonly RevisionChange[];
      /** Null in the browser, which leaves the story's end as the server drew it. */
      readonly further: FurtherReading | null;
      /** The quotation that the address points to; null on the story's own address. */
      readonly permalink: Permalink | null;
    }
  | {
      readonly view: "vote";
      readonly article: Article;
      readonly further: FurtherReading | null;
      readonly vote: VoteState;
    }
  | { readonly view: "privacy" }
  /** What is kept is on the reader's device: the server draws only what surrounds it. */
  | { readonly view: "saved" }
  | { readonly view: "problem"; readonly problem: Problem };

/**
 * What the browser hydrates a page from. The page of a vote without JavaScript
 * is small: whoever has JavaScript after all asks for the story.
 */
export type PageState =
  | Exclude<Page, { view: "vote" }>
  | { readonly view: "vote"; readonly slug: string; readonly vote: VoteState };

/** The id of the element, the first after the story and its scripts, that the page travels in. */
export const stateElementId = "page";

/** The site that a page belongs to. */
export interface Site {
  /** Absolute, without a trailing slash. */
  readonly url: string;
  readonly name: string;
}

/** A page drawn as strings: the tags for `<head>`, and the body. */
export interface RenderedPage {
  /** BCP 47 and direction of the interface; the story has its own. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly head: string;
  readonly body: string;
  /** The modules that the page needs beside the app's entry, by their path from the project's root. */
  readonly modules: readonly string[];
}

/**
 * The server's view of the app. The built server bundle exports it as `render`;
 * the server receives it and so never imports the app.
 */
export type RenderPage = (
  page: Page,
  request: { readonly path: string; readonly language: Language },
) => Promise<RenderedPage>;
