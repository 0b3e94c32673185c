import { setTimeout as pause } from "node:timers/promises";
import type { Article, ArticlePage } from "#model/article.ts";
import { languages } from "#model/languages.ts";
import { openClient } from "#tools/bench/votes/client.ts";
import { startSite } from "#tools/support/site.ts";
import type { Row } from "./row.ts";

/** How many pages are asked for at once. */
const pages = 200;
/** The agreement's: what others wait while nothing happens, so many times. */
const most = 3;
/** Somebody else's requests: of a story that is kept, and whether the server lives. */
const probes = ["/healthz", "/"] as const;

/**
 * How long others wait while somebody asks for 200 pages that nobody has
 * opened, all at once: one a quotation and language. Beside the same requests
 * while the server has nothing else to do.
 */
export async function benchUnopened(): Promise<readonly Row[]> {
  const site = await startSite();
  try {
    const { port } = new URL(site.url);
    const addresses = await unopened(site.url);
    const others = await openClient(Number(port));
    const wait = async (): Promise<number> => {
      const begun = performance.now();
      for (const path of probes) await others.send(requestOf(path, "en"));
      return performance.now() - begun;
    };
    for (let warm = 0; warm < 200; warm += 1) await wait();
    const idle: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      idle.push(await wait());
      await pause(5);
    }

    const asking = await Promise.all(
      addresses.map(async (request) => ({ request, client: await openClient(Number(port)) })),
    );
    let answered = 0;
    const busy: number[] = [];
    const begun = performance.now();
    const all = asking.map(async ({ request, client }) => {
      const status = await client.send(request);
      if (status !== 200) throw new Error(`a page was answered with ${status}`);
      answered += 1;
    });
    while (answered < all.length) {
      busy.push(await wait());
      await pause(5);
    }
    await Promise.all(all);
    const seconds = (performance.now() - begun) / 1_000;
    for (const { client } of asking) client.close();
    others.close();
    return [
      compare("others' wait beside 200 pages nobody has opened, median (ms)", 0.5, busy, idle),
      compare("the same, the longest of twenty (ms)", 0.95, busy, idle),
      {
        measure: "until the 200 pages are there (s)",
        ours: seconds,
        reference: null,
        ratio: null,
        goal: "–",
        ok: true,
      },
    ];
  } finally {
    await site.stop();
  }
}

/** Requests of pages that differ in quotation or language, across the samples. */
async function unopened(url: string): Promise<readonly string[]> {
  const { articles }: ArticlePage = await (await fetch(`${url}/api/articles`)).json();
  const requests: string[] = [];
  for (const { slug } of articles) {
    const { quotations }: Article = await (await fetch(`${url}/api/articles/${slug}`)).json();
    for (const { id } of quotations) {
      for (const language of languages) requests.push(requestOf(`/articles/${slug}/quotes/${id}`, language));
    }
  }
  if (requests.length < pages) throw new Error(`the samples have only ${requests.length} such pages`);
  return requests.slice(0, pages);
}

const requestOf = (path: string, language: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\nAccept-Language: ${language}\r\nAccept: text/html\r\n\r\n`;

function compare(measure: string, share: number, busy: readonly number[], idle: readonly number[]): Row {
  const [ours, reference] = [quantile(busy, share), quantile(idle, share)];
  return {
    measure,
    ours,
    reference,
    ratio: ours / reference,
    goal: `≤ ${most}×`,
    ok: ours / reference <= most,
  };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}
