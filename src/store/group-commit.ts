/** What waits for its commit, and whom to tell. */
interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupCommitOptions<Item, Result> {
  /**
   * Makes a batch durable and answers each item in order: its result, or the
   * error that is this item's own. Rejects when the whole batch failed.
   */
  readonly commit: (batch: readonly Item[]) => Promise<readonly (Result | Error)[]>;
  /** The most items of one commit. */
  readonly batchLimit: number;
  /** The most items that wait; beyond it `full` says what their callers get. */
  readonly queueLimit: number;
  readonly full: () => Error;
}

export interface GroupCommit<Item, Result> {
  /** Resolves once the item's commit is durable. */
  add(item: Item): Promise<Result>;
  /** Resolves when everything that was accepted has been answered; accepts nothing from then on. */
  close(): Promise<void>;
}

/**
 * Lets items that arrive while a commit is on its way share the next one: the
 * cost of making things durable is paid once a batch instead of once an item,
 * and the busier it gets the larger the batches grow. Batches follow each
 * other in the order of arrival. An item that is alone does not wait.
 */
export function groupCommit<Item, Result>(
  options: GroupCommitOptions<Item, Result>,
): GroupCommit<Item, Result> {
  const { commit, batchLimit, queueLimit, full } = options;
  let queue: Waiting<Item, Result>[] = [];
  let working: Promise<void> | null = null;
  let closed = false;

  async function work(): Promise<void> {
    // Everything that has already arrived joins the first batch.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const batch = queue.slice(0, batchLimit);
      queue = queue.slice(batchLimit);
      await settle(batch);
    }
    working = null;
  }

  async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await commit(batch.map(({ item }) => item));
      for (const [index, waiting] of batch.entries()) {
        const result = results[index];
        if (result === undefined) throw new Error("a committed batch left an item without an answer");
        if (result instanceof Error) waiting.reject(result);
        else waiting.resolve(result);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
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
