import { type QueuedRequest, syncQueueAddress, syncQueueName } from "#model/queued-request.ts";

/**
 * Sends what pages could not, while none of them sends anything itself. Rejects
 * when something still does not get through: the browser then tries again later.
 */
export function sendQueued(): Promise<void> {
  return navigator.locks.request(syncQueueName, async () => {
    const cache = await caches.open(syncQueueName);
    const queued = (await (await cache.match(syncQueueAddress))?.json()) as
      | readonly QueuedRequest[]
      | undefined;
    for (const { path, ...request } of queued ?? []) {
      const { status } = await fetch(path, request);
      if (status === 429 || status >= 500) throw new Error(`${path} was answered with ${status}`);
    }
    await caches.delete(syncQueueName);
  });
}
