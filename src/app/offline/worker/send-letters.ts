import { type Letter, letterAddress, letterBox } from "#model/letter.ts";

/**
 * Sends what pages could not, while none of them sends anything itself. Rejects
 * when something still does not get through: the browser then tries again later.
 */
export function sendLetters(): Promise<void> {
  return navigator.locks.request(letterBox, async () => {
    const box = await caches.open(letterBox);
    const letters = (await (await box.match(letterAddress))?.json()) as readonly Letter[] | undefined;
    for (const { path, ...request } of letters ?? []) {
      const { status } = await fetch(path, request);
      if (status === 429 || status >= 500) throw new Error(`${path} was answered with ${status}`);
    }
    await caches.delete(letterBox);
  });
}
