import { type Letter, letterAddress, letterBox } from "#model/letter.ts";

/** Does a step while no other page and no worker does one: what is sent and what still waits stay in step. */
export function oneAtATime<Result>(step: () => Promise<Result>): Promise<Result> {
  // Only where the connection is secure are there locks, and a worker to share them with.
  return "locks" in navigator ? navigator.locks.request(letterBox, step) : step();
}

/** Leaves what waits with the service worker, in place of what it had; nothing, where nothing waits. Never fails. */
export async function leaveLetters(letters: readonly Letter[]): Promise<void> {
  try {
    if (letters.length === 0) await caches.delete(letterBox);
    else await (await caches.open(letterBox)).put(letterAddress, Response.json(letters));
  } catch {
    // No worker can be told here: what waits is sent when a page is open again.
  }
}

/** Asks the browser to wake the worker when the network is back: Background Sync, where there is one. */
export function askForSync(): void {
  if (!("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.ready
    .then((registration: ServiceWorkerRegistration & { readonly sync?: SyncManager }) =>
      registration.sync?.register(letterBox),
    )
    .catch(() => undefined);
}

/** Of the Background Sync specification, which the compiler's library leaves out. */
interface SyncManager {
  register(tag: string): Promise<void>;
}
