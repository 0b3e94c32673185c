import { readStored, writeStored } from "#app/storage.ts";

/** How fast to speak; 1 is the voice's own pace. */
export const rates = [0.75, 1, 1.25, 1.5, 2] as const;

const storageKey = "verbatim:listening-rate";

/** The pace that this device's listener chose last. */
export function storedRate(): number {
  const stored = Number(readStored(storageKey));
  return rates.find((rate) => rate === stored) ?? 1;
}

export const storeRate = (rate: number): void => void writeStored(storageKey, String(rate));
