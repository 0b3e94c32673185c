import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ArticlePage } from "#model/article.ts";
import { openClient } from "#tools/bench/votes/client.ts";
import { endWithUs, temporaryFolder } from "#tools/support/leave-nothing.ts";
import type { Row } from "./row.ts";

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const clients = 16;
const requests = 12_000;
const rounds = 5;
/** The agreement's: what a bare server needs, so many times. */
const most = 2.5;

/** Processor time a request of a story's page and of its JSON, beside `node:http` serving the same compressed bytes. */
export async function benchReads(): Promise<readonly Row[]> {
  const folder = await temporaryFolder("verbatim-reads");
  const running: Server[] = [];
  try {
    const ours = await start([pathOf("../../cli/main.ts"), "serve", "--samples"], join(folder, "data"));
    running.push(ours);
    const { articles }: ArticlePage = await (await fetch(`${ours.url}/api/articles`)).json();
    const longest = articles.toSorted((one, other) => other.wordCount - one.wordCount)[0];
    if (longest === undefined) throw new Error("the site serves no story to measure");
    const addresses = { page: `/articles/${longest.slug}`, json: `/api/articles/${longest.slug}` };
    await mkdir(join(folder, "bytes"));
    for (const [name, path] of Object.entries(addresses)) {
      await writeFile(join(folder, "bytes", name), await readCompressed(`${ours.url}${path}`));
    }
    const bare = await start([pathOf("./reads/bare-server.ts"), join(folder, "bytes")], folder);
    running.push(bare);
    return [
      await compare("story page, CPU a request, µs", ours, addresses.page, bare, "/page"),
      await compare("story JSON, CPU a request, µs", ours, addresses.json, bare, "/json"),
    ];
  } finally {
    for (const { child } of running) child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Starts a server that tells its processor time, and its address on its first line. */
async function start(command: readonly string[], dataDir: string): Promise<Server> {
  const child = spawn(process.execPath, ["--import", pathOf("./reads/report-cpu.ts"), ...command], {
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  endWithUs(child);
  if (child.stdout === null) throw new Error("the server's output is not piped");
  const [url]: string[] = await once(createInterface({ input: child.stdout }), "line");
  return { child, url: url ?? "" };
}

async function compare(
  measure: string,
  ours: Server,
  path: string,
  bare: Server,
  barePath: string,
): Promise<Row> {
  const figures: { readonly ours: number; readonly reference: number }[] = [];
  await Promise.all([load(ours, path), load(bare, barePath)]);
  // Taken in turn, so that a noisy minute of the machine falls on both.
  for (let round = 0; round < rounds; round += 1) {
    figures.push({ reference: await load(bare, barePath), ours: await load(ours, path) });
  }
  const middle = figures.toSorted((one, other) => one.ours / one.reference - other.ours / other.reference)[
    rounds >> 1
  ];
  if (middle === undefined) throw new Error("nothing was measured");
  const ratio = middle.ours / middle.reference;
  return { measure, ...middle, ratio, goal: `≤ ${most}×`, ok: ratio <= most };
}

/** The server's processor time a request, in microseconds. */
async function load({ child, url }: Server, path: string): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: clients }, () => openClient(Number(new URL(url).port))),
  );
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nAccept: */*\r\n\r\n`;
  const before = await cpuOf(child);
  await Promise.all(
    connections.map(async (connection) => {
      for (let sent = 0; sent < requests / clients; sent += 1) {
        const status = await connection.send(request);
        if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      }
    }),
  );
  const used = (await cpuOf(child)) - before;
  for (const connection of connections) connection.close();
  return used / requests;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [microseconds]: number[] = await once(child, "message");
  return microseconds ?? 0;
}

/** The body as it travels: `fetch` would unpack it. */
async function readCompressed(url: string): Promise<Buffer> {
  const [response] = await once(get(url, { headers: { "accept-encoding": "br" } }), "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks);
}
