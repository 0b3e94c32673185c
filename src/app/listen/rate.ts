/** How fast to speak; 1 is the voice's own pace. */
export const rates = [0.75, 1, 1.25, 1.5, 2] as const;

const rateKey = "verbatim:listening-rate";

/** The pace that this device's listener chose last. */
export function keptRate(): number {
  try {
    const kept = Number(localStorage.getItem(rateKey));
    return rates.find((rate) => rate === kept) ?? 1;
  } catch {
    return 1;
  }
}

export function keepRate(rate: number): void {
  try {
    localStorage.setItem(rateKey, String(rate));
  } catch {
    // It holds for this story.
  }
}
