import { completeStory } from "#newsroom/fields/complete-story.ts";
import type { Source, Story, StoryParts } from "#newsroom/story.ts";
import { readHtml } from "./html/read-html.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { mendMojibake } from "./mojibake.ts";
import { readText } from "./text/read-text.ts";

const readers: Readonly<Record<Source["format"], (source: Source) => StoryParts>> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
};

/** Reads a story from any format. Throws Unreadable, with a reason for its owner, when there is none in it. */
export function readStory(source: Source): Story {
  const { text, warnings } = mendMojibake(source.text);
  const story = completeStory(readers[source.format]({ ...source, text }));
  return { ...story, warnings: [...warnings, ...story.warnings] };
}
