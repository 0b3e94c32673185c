import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article, ArticlePage } from "#model/article.ts";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";
import type { Site } from "#tools/support/site.ts";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));
const ordinaryWords = 1_000;
const longWords = 8_000;

/** The stories that pages are measured on, by what is particular about each. */
export async function bringPageStories(site: Site): Promise<ReadonlyMap<string, Article>> {
  const sample = await longestStory(site.url);
  const files = (await readdir(samples)).filter((name) => name.endsWith(".md"));
  const paragraphs = (await Promise.all(files.map((name) => readFile(join(samples, name), "utf8"))))
    .map((text) => text.replace(/^\s*---\n.*?\n---\n/s, ""))
    .flatMap((text) => text.split(/\n{2,}/));
  return new Map([
    ["a story", sample],
    ["one without a picture", await bring(site, "Without a picture", upTo(paragraphs, ordinaryWords))],
    [
      "one of 8,000 words",
      await bring(site, "A very long one", upTo([...paragraphs, ...paragraphs], longWords)),
    ],
  ]);
}

/** The paragraphs until there are so many words. */
function upTo(paragraphs: readonly string[], words: number): readonly string[] {
  let sum = 0;
  return paragraphs.filter((paragraph) => {
    const before = sum;
    sum += paragraph.trim().split(/\s+/).length;
    return before < words;
  });
}

async function bring(site: Site, headline: string, paragraphs: readonly string[]): Promise<Article> {
  const folder = await temporaryFolder("verbatim-bench");
  const file = join(folder, "story.md");
  const slug = headline.toLowerCase().replaceAll(" ", "-");
  await writeFile(file, `---\nslug: ${slug}\n---\n\n# ${headline}\n\n${paragraphs.join("\n\n")}\n`);
  await site.run("ingest", file);
  await rm(folder, { recursive: true });
  return json<Article>(`${site.url}/api/articles/${slug}`);
}

async function longestStory(site: string): Promise<Article> {
  const { articles } = await json<ArticlePage>(`${site}/api/articles`);
  const [longest] = articles.toSorted((a, b) => b.wordCount - a.wordCount);
  if (longest === undefined) throw new Error("the site serves no story to measure");
  return json<Article>(`${site}/api/articles/${longest.slug}`);
}

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return (await response.json()) as T;
}
