import { formatDay } from "#app/ui/format.ts";
import type { ReadingWords } from "#app/words/reading-en.ts";
import type { Article } from "#model/article.ts";
import { copyAndTell, shareOrCopy } from "./take-along.ts";

/** Shares a story: by the system's sheet, or as a link to paste. */
export async function shareStory(
  { url, headline, publisher, datePublished }: Article,
  way: "sheet" | "link",
  words: ReadingWords["share"],
  locale: string,
): Promise<void> {
  if (way === "link") return copyAndTell({ plain: url }, words.linkCopied, words);
  const date = datePublished === null ? null : formatDay(datePublished, locale);
  await shareOrCopy({ title: headline, text: words.from(headline, publisher, date), url }, words);
}
