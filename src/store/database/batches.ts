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
  /** Hears of each batch once it is done. */
  readonly onDone?: (done: BatchDone) => void;
}

interface BatchDone {
  readonly done: number;
  readonly failed: number;
  /** How many items wait for the next batch. */
  readonly waiting: number;
  readonly milliseconds: number;
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
 * grow. One batch is on its way at a time, so items are done in the order of
 * their arrival: two would halve what each carries, and a batch costs as much
 * as a few dozen of its items. An item that is alone does not wait.
 */
export function inBatches<Item, Result>(options: BatchesOptions<Item, Result>): Batches<Item, Result> {
  const { run, isOwnFault, batchLimit, queueLimit, full, onDone } = options;
  let queue: Waiting<Item, Result>[] = [];
  let gathering: Promise<void> | null = null;
  let underWay: Promise<void> | null = null;
  let closed = false;

  /** What the same turn of the event loop still brings shares the batch. */
  async function gather(): Promise<void> {
    await new Promise(setImmediate);
    gathering = null;
    sendNext();
  }

  function sendNext(): void {
    const batch = queue.slice(0, batchLimit);
    queue = queue.slice(batchLimit);
    underWay = batch.length === 0 ? null : send(batch);
  }

  async function send(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const begun = performance.now();
    const results = await resultsOf(batch.map(({ item }) => item));
    const failed = onDone === undefined ? 0 : results.filter((result) => result instanceof Error).length;
    const milliseconds = performance.now() - begun;
    onDone?.({ done: results.length - failed, failed, waiting: queue.length, milliseconds });
    // The next batch goes out before this one's answers are told: the database need not wait for that.
    sendNext();
    tell(batch, results);
  }

  /** One result an item; never rejects. */
  async function resultsOf(items: readonly Item[]): Promise<readonly (Result | Error)[]> {
    try {
      const results = await run(items);
      if (results.length !== items.length) throw new Error("a batch left an item without an answer");
      return results;
    } catch (error) {
      if (items.length === 1 || !isOwnFault(error)) return items.map(() => asError(error));
      const middle = items.length >> 1;
      const first = await resultsOf(items.slice(0, middle));
      return [...first, ...(await resultsOf(items.slice(middle)))];
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
        if (underWay === null) gathering ??= gather();
      }),
    close: async () => {
      closed = true;
      await gathering;
      while (underWay !== null) await underWay;
    },
  };
}

function tell<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  results: readonly (Result | Error)[],
): void {
  for (const [index, { resolve, reject }] of batch.entries()) {
    const result = results[index] as Result | Error;
    if (result instanceof Error) reject(result);
    else resolve(result);
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
