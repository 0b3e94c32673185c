import { settleStory } from "#newsroom/fields/complete-story.ts";
import { noFields, type Story } from "#newsroom/story.ts";
import type { SourceText } from "#store/store.ts";
import { readHtml } from "./html/read-html.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { splitParagraphs } from "./text/read-text.ts";

/** A source's text, where it came from, and its language where that is already known. */
export interface Source extends Pick<SourceText, "format" | "text" | "source"> {
  /** BCP 47; null where the text must tell. */
  readonly lang: string | null;
}

/** Reads a story from any format. Throws Unreadable, with a reason for its owner, when there is none in it. */
export function readStory(source: Source): Story {
  const fields = { ...noFields, lang: source.lang };
  switch (source.format) {
    case "text":
      return settleStory(fields, splitParagraphs(source.text));
    case "markdown": {
      const { given, blocks } = readMarkdown(source.text, source.lang);
      return settleStory(given, blocks);
    }
    case "html": {
      const { given, blocks } = readHtml(source.text, source.source, source.lang);
      return settleStory(given, blocks);
    }
  }
}
