import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type CardActivity, cardChannel } from "#server/cards/create-cards.ts";
import type { Store } from "#store/store.ts";
import { type CommitActivity, commitChannel } from "#store/votes/vote-store.ts";

/** The site's figures for Prometheus. They hold routes and numbers; nothing of any reader. */
export interface Metrics {
  /** The type and text of what Prometheus reads. */
  write(): Promise<{ readonly contentType: string; readonly text: string }>;
  close(): void;
}

const seconds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10];

/** Counts what an app answers and its store commits, from now on. */
export function createMetrics(app: FastifyInstance, store: Pick<Store, "ready">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Memory, processor time, event loop, garbage collection.
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "verbatim_request_seconds",
    help: "Requests, by route and status, and how long they took",
    labelNames: ["method", "route", "status"],
    buckets: seconds,
    registers,
  });
  const votes = new Counter({
    name: "verbatim_votes_total",
    help: "Votes and withdrawals, by whether they were kept",
    labelNames: ["outcome"],
    registers,
  });
  const commits = new Histogram({
    name: "verbatim_commit_seconds",
    help: "Commits of votes that waited together, and how long they took",
    buckets: seconds,
    registers,
  });
  const queue = new Gauge({
    name: "verbatim_queue_votes",
    help: "Votes that waited for a commit when the last one ended",
    registers,
  });
  const cards = new Histogram({
    name: "verbatim_card_seconds",
    help: "Cards, by whether they were drawn or kept, and how long that took",
    labelNames: ["how"],
    buckets: seconds,
    registers,
  });
  const database = new Gauge({
    name: "verbatim_database_ready",
    help: "1 when the database is reachable, migrated and takes writes",
    registers,
  });

  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
  const onCommit = (message: unknown): void => {
    const { kept, refused, waiting, milliseconds } = message as CommitActivity;
    votes.inc({ outcome: "kept" }, kept);
    votes.inc({ outcome: "refused" }, refused);
    commits.observe(milliseconds / 1_000);
    queue.set(waiting);
  };
  const onCard = (message: unknown): void => {
    const { how, milliseconds } = message as CardActivity;
    cards.observe({ how }, milliseconds / 1_000);
  };
  subscribe(commitChannel.name, onCommit);
  subscribe(cardChannel.name, onCard);

  return {
    async write() {
      database.set(
        await store.ready().then(
          () => 1,
          () => 0,
        ),
      );
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
    close: () => {
      unsubscribe(commitChannel.name, onCommit);
      unsubscribe(cardChannel.name, onCard);
    },
  };
}
