/** Dates and numbers in the reader's language; days are shown as published, in UTC. */

/** Made once a language: making one takes as long as drawing a row. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A day in full, like “12 July 2018”; the text itself where it is not a date. */
export function formatDay(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const format =
    dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  dayFormats.set(locale, format);
  return format.format(date);
}

/** The day of an instant, in full, where the reader is. */
export const formatDayHere = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(instant));

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Made once a language: making one takes as long as drawing a row. */
function numberFormat(locale: string, style: "decimal" | "percent"): Intl.NumberFormat {
  const key = `${locale} ${style}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, { style });
  numberFormats.set(key, format);
  return format;
}

export const formatNumber = (value: number, locale: string): string =>
  numberFormat(locale, "decimal").format(value);

export const formatPercent = (share: number, locale: string): string =>
  numberFormat(locale, "percent").format(share);

/** Minutes to read a text, at 230 words a minute, at least one. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / 230));
