import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Article, ArticlePage } from "#model/article.ts";
import { endWithUs } from "#tools/support/leave-nothing.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const rounds = 300;
const fewest = 10;

/**
 * Median milliseconds from the request to the answer's last byte, warm, as
 * browsers ask for it: compressed, on a connection that is open. And what the
 * site holds.
 */
export interface PageTimes {
  readonly front: number;
  readonly story: number;
  /** A story that nobody has opened since the server started. */
  readonly first: number;
  readonly list: number;
  readonly stories: number;
  readonly quotations: number;
}

/** Serves a data folder and times its pages, each round another story. */
export async function timePages(env: Readonly<Record<string, string>>): Promise<PageTimes> {
  const child = spawn(process.execPath, [main, "serve"], {
    env: { PATH: process.env.PATH ?? "", LOG_LEVEL: "warn", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  endWithUs(child);
  const ended = once(child, "exit");
  try {
    const site = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => resolve(line.trim()));
      child.once("exit", (status) => reject(new Error(`the server ended with ${status}`)));
    });
    const slugs: string[] = [];
    let stories = 0;
    for (let cursor: string | null = ""; cursor !== null; ) {
      const at: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page = (await (await fetch(`${site}/api/articles?limit=50${at}`)).json()) as ArticlePage;
      stories += page.articles.length;
      slugs.push(...page.articles.map(({ slug }) => slug));
      cursor = page.next;
    }
    // Ten stories from all over, on the small site and on the large one.
    const each = (index: number) => slugs[Math.floor(((index % fewest) * slugs.length) / fewest)] ?? "";
    await median(() => `${site}/`);
    const first = await median((index) => `${site}/articles/${each(index)}`, fewest);
    const some = Math.min(50, slugs.length);
    let quotations = 0;
    for (let index = 0; index < some; index += 1) {
      const slug = slugs[Math.floor((index * slugs.length) / some)] ?? "";
      const article = (await (await fetch(`${site}/api/articles/${slug}`)).json()) as Article;
      quotations += article.quotations.length;
    }
    return {
      front: await median(() => `${site}/`),
      story: await median((index) => `${site}/articles/${each(index)}`),
      first,
      list: await median(() => `${site}/api/articles?limit=20`),
      stories,
      quotations: Math.round((quotations / some) * stories),
    };
  } finally {
    child.kill();
    await ended;
  }
}

async function median(address: (index: number) => string, times = rounds): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) taken.push(await timeOf(address(index)));
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const agent = new Agent({ keepAlive: true });

function timeOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(address, { agent, headers: { "accept-encoding": "br" } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
      answer.resume().once("end", () => resolve(performance.now() - start));
    }).once("error", reject);
  });
}
