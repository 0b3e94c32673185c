/**
 * A request that a page could not send, left in a queue with the service
 * worker: it is sent when the network is back although the page may be closed
 * by then.
 */
export interface QueuedRequest {
  readonly path: string;
  readonly method: "POST" | "DELETE";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The queue's name in the browser's Cache Storage, which pages and the worker share; also the sync's and the lock's. */
export const syncQueueName = "sync-queue";
/** The one entry that holds the queue. */
export const syncQueueAddress = "/sync-queue";
