/** Promises whose results are taken in the order in which they were added, whichever is over first. */
export interface InTurn<Result> {
  add(promise: Promise<Result>): void;
  /** How many have not been taken. */
  length(): number;
  /** Whether the next one is over. */
  hasNext(): boolean;
  next(): Promise<Result>;
  /** Resolves when all of them are over, well or not. */
  over(): Promise<void>;
}

export function inTurn<Result>(): InTurn<Result> {
  const queue: { readonly promise: Promise<Result>; isOver: boolean }[] = [];
  return {
    add(promise) {
      const entry = { promise, isOver: false };
      const end = () => {
        entry.isOver = true;
      };
      // Listening to both keeps a rejection that is not taken yet from ending the process.
      promise.then(end, end);
      queue.push(entry);
    },
    length: () => queue.length,
    hasNext: () => queue[0]?.isOver === true,
    async next() {
      const entry = queue.shift();
      if (entry === undefined) throw new Error("nothing is left to take");
      return entry.promise;
    },
    async over() {
      await Promise.allSettled(queue.map(({ promise }) => promise));
    },
  };
}
