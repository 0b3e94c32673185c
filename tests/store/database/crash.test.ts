import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { createPostgresDatabase, startPostgres, stopAtOnce } from "#tools/support/postgres.ts";
import { draftOf, silent } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "../support.ts";

const voter = fileURLToPath(new URL("./voter.ts", import.meta.url));

/** Starts a voting process and kills it once it has had `count` votes acknowledged; their numbers. */
async function killAfter(
  count: number,
  { databaseUrl, dataDir }: TestDatabase,
  name: string,
): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, [voter, databaseUrl ?? "-", dataDir, name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the voter's output is not piped");
  const ended = once(child, "exit");
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) child.kill("SIGKILL");
  }
  await ended;
  return acknowledged;
}

/** The tally, which must equal the votes counted one by one. */
async function recounted(store: Store): Promise<number> {
  const { tally } = await store.votes.state("story", null);
  const days = await store.votes.results({ slug: "story", perDay: true });
  expect(days.reduce((total, { yes }) => total + yes, 0)).toBe(tally.yes);
  expect(days.reduce((total, { no }) => total + no, 0)).toBe(tally.no);
  return tally.yes + tally.no;
}

describe.each(databases)("on %s", (name) => {
  test("no acknowledged vote is lost when the process is killed in mid-load, three times over", async () => {
    const database = await createDatabase(name);
    const before = await database.open();
    await before.articles.save(draftOf("story"));
    await before.close();
    for (const run of ["first", "second", "third"]) {
      const acknowledged = await killAfter(200, database, run);
      const store = await database.open();
      for (const number of acknowledged) {
        const { mine } = await store.votes.state("story", `${run}-${number}`);
        expect(mine).toBe(number % 3 === 0 ? "no" : "yes");
      }
      expect(await recounted(store)).toBeGreaterThanOrEqual(acknowledged.length);
      await store.close();
    }
    await database.drop();
  });

  test("several servers that start at once on an empty database all find it ready", async () => {
    const database = await createDatabase(name);
    const stores = await Promise.all([1, 2, 3, 4].map(() => database.open()));
    for (const store of stores) await expect(store.ready()).resolves.toBeUndefined();
    await stores[0]?.articles.save(draftOf("story"));
    expect(await stores[3]?.articles.find("story")).not.toBeNull();
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  test("two servers count each vote once, though readers send it to both", async () => {
    const database = await createDatabase(name);
    const stores = await Promise.all([database.open(), database.open()]);
    await stores[0].articles.save(draftOf("story"));
    const sent = Array.from({ length: 1_000 }, (_, number) => number % 250);
    await Promise.all(
      sent.flatMap((number) =>
        stores.map((store) =>
          store.votes.cast({ slug: "story", reader: `r${number}`, answer: "yes", suspicious: false }),
        ),
      ),
    );
    for (const store of stores)
      expect((await store.votes.state("story", "r7")).tally).toEqual({ yes: 250, no: 0 });
    expect(await recounted(stores[0])).toBe(250);
    await Promise.all(
      sent.flatMap((number) => [
        stores[0].votes.cast({ slug: "story", reader: `r${number}`, answer: "no", suspicious: false }),
        stores[1].votes.cast({ slug: "story", reader: `r${number}`, answer: null, suspicious: false }),
        ...(number === 3 ? [stores[1].votes.forget("r3")] : []),
      ]),
    );
    await recounted(stores[1]);
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  test("closing answers everything that was accepted, and then accepts nothing", async () => {
    const database = await createDatabase(name);
    const store = await database.open();
    await store.articles.save(draftOf("story"));
    const casts = Array.from({ length: 700 }, (_, number) =>
      store.votes.cast({ slug: "story", reader: `r${number}`, answer: "yes", suspicious: false }),
    );
    await store.close();
    expect(await Promise.all(casts)).toHaveLength(700);
    await expect(
      store.votes.cast({ slug: "story", reader: "late", answer: "yes", suspicious: false }),
    ).rejects.toMatchObject({ problem: { status: 503 } });
    await database.drop();
  });
});

describe("on PostgreSQL", () => {
  test("serialization conflicts between servers are tried again until every vote is in", async () => {
    const database = await createDatabase("PostgreSQL");
    const strict = new URL(database.databaseUrl ?? "");
    strict.searchParams.set("options", "-c default_transaction_isolation=serializable");
    const stores = await Promise.all([1, 2, 3].map(() => database.open({ databaseUrl: strict.href })));
    await stores[0]?.articles.save(draftOf("story"));
    const casts = Array.from({ length: 60 }, (_, round) =>
      stores.map((store, server) =>
        store.votes.cast({
          slug: "story",
          reader: `r${round % 20}`,
          answer: (round + server) % 2 === 0 ? "yes" : "no",
          suspicious: false,
        }),
      ),
    );
    const outcomes = await Promise.allSettled(casts.flat());
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    for (const store of stores) {
      expect(await recounted(store)).toBe(20);
      await store.close();
    }
    await database.drop();
  });

  test("an immediate stop loses no acknowledged vote, turns readiness red, and is ridden out", async () => {
    const { url, server, folder } = await startPostgres();
    const store = await openStore({
      databaseUrl: await createPostgresDatabase(url),
      dataDir: folder,
      siteUrl: "https://paper.example",
      log: silent,
    });
    await store.articles.save(draftOf("story"));
    const cast = (number: number) =>
      store.votes.cast({ slug: "story", reader: `r${number}`, answer: "yes", suspicious: false });
    await Promise.all(Array.from({ length: 100 }, (_, number) => cast(number)));

    const underWay = Array.from({ length: 200 }, (_, number) => cast(100 + number));
    const settled = Promise.allSettled(underWay);
    await stopAtOnce(folder);
    await expect(store.ready()).rejects.toThrow();
    await expect(store.votes.state("story", null)).rejects.toMatchObject({
      problem: { status: 503 },
      retryAfter: 2,
    });
    await server.start();
    const outcomes = await settled;

    // A connection that nobody has used since may still be found broken.
    await vi.waitFor(() => store.ready(), { timeout: 20_000, interval: 50 });
    for (const [index, { status }] of outcomes.entries()) {
      if (status === "fulfilled") {
        expect((await store.votes.state("story", `r${100 + index}`)).mine).toBe("yes");
      }
    }
    // Those that were refused are sent again, as readers' pages do.
    await Promise.all(underWay.map((_, number) => cast(100 + number)));
    expect(await recounted(store)).toBe(300);
    await store.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("a network that swallows packets turns readiness red within five seconds, and is got over", async () => {
    const database = await createDatabase("PostgreSQL");
    const direct = new URL(database.databaseUrl ?? "");
    const network = await startNetwork(Number(direct.port));
    const store = await database.open({
      databaseUrl: Object.assign(new URL(direct), { port: String(network.port) }).href,
    });
    await store.articles.save(draftOf("story"));
    network.swallow();
    // Both wait in one event loop, so that a busy machine delays both and never turns their order around.
    const answer = await Promise.race([store.ready().catch(() => "red"), pause(5_000, "late")]);
    expect(answer).toBe("red");
    // What was lost stays lost on the old connections: only new ones get through.
    network.heal();
    await vi.waitFor(() => store.ready(), { timeout: 20_000, interval: 50 });
    await store.votes.cast({ slug: "story", reader: "ann", answer: "yes", suspicious: false });
    expect(await recounted(store)).toBe(1);
    await store.close();
    await network.close();
    await database.drop();
  });

  test("opening a database that stays away says why", async () => {
    const away = { databaseUrl: "postgres://nobody@127.0.0.1:9/none", dataDir: "", siteUrl: "", log: silent };
    await expect(openStore(away)).rejects.toThrow(/ECONNREFUSED/);
  });
});

/** A way to a database that can lose everything that is sent over it, without a word to either side. */
async function startNetwork(port: number) {
  const sockets = new Set<Socket>();
  let swallowing = false;
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      if (!swallowing) from.pipe(to);
      from.on("error", () => {});
      from.on("close", () => to.destroy());
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the network has no port");
  return {
    port: address.port,
    swallow: () => {
      swallowing = true;
      for (const socket of sockets) socket.unpipe();
    },
    heal: () => {
      swallowing = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
