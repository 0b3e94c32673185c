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
   * `flight` numbers the batches that are on their way at once, from 0.
   */
  readonly run: (batch: readonly Item[], flight: number) => Promise<readonly (Result | Error)[]>;
  /** How many batches may be on their way at once. */
  readonly flights: number;
  /** Whose item it is: no two batches on their way hold the same owner's, so that those stay in order. */
  readonly ownerOf: (item: Item) => string | null;
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
 * Group commit: items that arrive while batches are on their way share the
 * next one. The cost of a round trip, and of making things durable, is paid
 * once a batch instead of once an item, and the busier it gets the larger the
 * batches grow. An owner's items are done in the order of their arrival. An
 * item that is alone does not wait.
 */
export function inBatches<Item, Result>(options: BatchesOptions<Item, Result>): Batches<Item, Result> {
  const { run, flights, ownerOf, isOwnFault, batchLimit, queueLimit, full } = options;
  let queue: Waiting<Item, Result>[] = [];
  const free = Array.from({ length: flights }, (_, flight) => flight);
  const flying = new Set<Promise<void>>();
  /** Who has something on its way. */
  const away = new Set<string>();
  let gathering: Promise<void> | null = null;
  let closed = false;

  /** What the same turn of the event loop still brings shares the batch. */
  async function gather(): Promise<void> {
    await new Promise(setImmediate);
    gathering = null;
    sendNext();
  }

  function sendNext(): void {
    for (const flight of [...free]) {
      const end = queue.findIndex(({ item }, index) => index === batchLimit || away.has(ownerOf(item) ?? ""));
      const batch = queue.slice(0, end === -1 ? undefined : end);
      if (batch.length === 0) return;
      queue = queue.slice(batch.length);
      free.splice(free.indexOf(flight), 1);
      const flown = fly(batch, flight).finally(() => flying.delete(flown));
      flying.add(flown);
    }
  }

  async function fly(batch: readonly Waiting<Item, Result>[], flight: number): Promise<void> {
    const items = batch.map(({ item }) => item);
    const owners = new Set(items.map(ownerOf).filter((owner) => owner !== null));
    for (const owner of owners) away.add(owner);
    const results = await resultsOf(items, flight);
    for (const owner of owners) away.delete(owner);
    free.push(flight);
    // The next batch goes out before this one's answers are told: the database need not wait for that.
    sendNext();
    tell(batch, results);
  }

  /** One result an item; never rejects. */
  async function resultsOf(items: readonly Item[], flight: number): Promise<readonly (Result | Error)[]> {
    try {
      const results = await run(items, flight);
      if (results.length !== items.length) throw new Error("a batch left an item without an answer");
      return results;
    } catch (error) {
      if (items.length === 1 || !isOwnFault(error)) return items.map(() => asError(error));
      const middle = items.length >> 1;
      const first = await resultsOf(items.slice(0, middle), flight);
      return [...first, ...(await resultsOf(items.slice(middle), flight))];
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
        if (free.length > 0) gathering ??= gather();
      }),
    close: async () => {
      closed = true;
      await gathering;
      while (flying.size > 0) await Promise.all(flying);
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
