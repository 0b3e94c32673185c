/**
 * A request that a page could not send, left with the service worker: it is
 * sent when the network is back although the page may be closed by then.
 */
export interface Letter {
  readonly path: string;
  readonly method: "POST" | "DELETE";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Where letters lie in the browser's Cache Storage, which pages and the worker share; also the sync's and the lock's name. */
export const letterBox = "letters";
/** The one entry of the box. */
export const letterAddress = "/letters";
