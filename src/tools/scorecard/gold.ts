import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A line of a gold file, as far as learning and scoring read it. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly quotes: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    readonly speaker?: {
      readonly text?: string;
      readonly kind?: string;
      readonly by?: string;
      readonly start?: number;
      readonly end?: number;
      readonly resolved?: string | readonly string[];
    } | null;
  }[];
  readonly unattributed?: readonly { readonly start: number; readonly end: number }[];
}

export async function readGold(path: string): Promise<readonly GoldArticle[]> {
  const articles: GoldArticle[] = [];
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (line.trim() !== "") articles.push(JSON.parse(line) as GoldArticle);
  return articles;
}
