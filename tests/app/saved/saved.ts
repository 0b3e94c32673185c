import type { SavedQuotation } from "#app/saved/saved-quotations.ts";
import { writeStored } from "#app/storage.ts";

/** A quotation as somebody kept it on the given day of October 2026. */
export const savedOn = (day: number, own: Partial<SavedQuotation> = {}): SavedQuotation => ({
  slug: "the-lamp",
  id: `quote${day}`,
  pieces: [`quote${day}`],
  text: `Words of day ${day}.`,
  speaker: { name: "Ada Thorne", role: "harbour master" },
  voice: 1,
  headline: "The lamp will light itself",
  publisher: "The Pier Post",
  datePublished: "2026-09-30",
  inLanguage: "en-GB",
  url: `http://localhost/articles/the-lamp/quotes/quote${day}`,
  savedAt: `2026-10-${String(day).padStart(2, "0")}T12:00:00.000Z`,
  ...own,
});

/** Puts quotations on the device, as an earlier visit left them. */
export function storeSaved(saved: readonly SavedQuotation[]): void {
  const entries = saved.map((one) => [`${one.slug}/${one.id}`, one]);
  writeStored("verbatim:saved", entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries)));
}
