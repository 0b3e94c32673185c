/** What waits for its batch, and whom to tell. */
interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

export interface BatchesOptions<Item, Result> {
  /**
   * Does a batch (commits it, or reads it) and answers each item in order: its
   * result, or the error that is this item's own. Rejects when all of it failed.
   */
  readonly run: (batch: readonly Item[]) => Promise<readonly (Result | Error)[]>;
  /** Whether a batch may have failed because of one item: then it is run in halves until that item fails alone. */
  readonly isOwnFault: (error: unknown) => boolean;
  /** The most items of one batch. */
  readonly batchLimit: number;
  /** The most items that wait; beyond it `full` says what their callers get. */
  readonly queueLimit: number;
  readonly full: () => Error;
}

export interface Batches<Item, Result> {
  /** Resolves once the item's batch is done: with writes, once it is durable. */
  add(item: Item): Promise<Result>;
  /** Resolves when everything that was accepted has been answered; accepts nothing from then on. */
  close(): Promise<void>;
}

/**
 * Group commit: items that arrive while a batch is on its way share the next
 * one. The cost of a round trip, and of making things durable, is paid once a
 * batch instead of once an item, and the busier it gets the larger the batches
 * grow. Batches follow each other in the order of arrival. An item that is
 * alone does not wait.
 */
export function inBatches<Item, Result>(options: BatchesOptions<Item, Result>): Batches<Item, Result> {
  const { run, isOwnFault, batchLimit, queueLimit, full } = options;
  let queue: Waiting<Item, Result>[] = [];
  let working: Promise<void> | null = null;
  let closed = false;

  async function work(): Promise<void> {
    while (queue.length > 0) {
      await gather();
      const batch = queue.slice(0, batchLimit);
      queue = queue.slice(batchLimit);
      await settle(batch);
    }
    working = null;
  }

  /** Lets requests in as long as each turn of the event loop brings more of them: those share this batch. */
  async function gather(): Promise<void> {
    for (let known = 0; known < queue.length && queue.length < batchLimit; ) {
      known = queue.length;
      await new Promise(setImmediate);
    }
  }

  async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      for (const [index, waiting] of batch.entries()) {
        const result = results[index];
        if (result === undefined) throw new Error("a batch left an item without an answer");
        if (result instanceof Error) waiting.reject(result);
        else waiting.resolve(result);
      }
    } catch (error) {
      if (batch.length === 1 || !isOwnFault(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = batch.length >> 1;
      await settle(batch.slice(0, middle));
      await settle(batch.slice(middle));
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (closed || queue.length >= queueLimit) {
          reject(full());
          return;
        }
        queue.push({ item, resolve, reject });
        working ??= work();
      }),
    close: async () => {
      closed = true;
      await working;
    },
  };
}
