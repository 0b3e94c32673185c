import { type QueuedRequest, syncQueueAddress, syncQueueName } from "#model/queued-request.ts";

/** Does a step while no other page and no worker does one: what is sent and what still waits stay in step. */
export function oneAtATime<Result>(step: () => Promise<Result>): Promise<Result> {
  // Only where the connection is secure are there locks, and a worker to share them with.
  return "locks" in navigator ? navigator.locks.request(syncQueueName, step) : step();
}

/** Leaves what waits with the service worker, in place of what it had; nothing, where nothing waits. Never fails. */
export async function leaveQueued(requests: readonly QueuedRequest[]): Promise<void> {
  try {
    if (requests.length === 0) await caches.delete(syncQueueName);
    else await (await caches.open(syncQueueName)).put(syncQueueAddress, Response.json(requests));
  } catch {
    // No worker can be told here: what waits is sent when a page is open again.
  }
}

/** Asks the browser to wake the worker when the network is back: Background Sync, where there is one. */
export function askForSync(): void {
  if (!("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.ready
    .then((registration: ServiceWorkerRegistration & { readonly sync?: SyncManager }) =>
      registration.sync?.register(syncQueueName),
    )
    .catch(() => undefined);
}

/** Of the Background Sync specification, which the compiler's library leaves out. */
interface SyncManager {
  register(tag: string): Promise<void>;
}
