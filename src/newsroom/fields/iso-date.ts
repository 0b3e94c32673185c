import type * as chrono from "chrono-node";

const digits = (value: number | null, length: number): string => String(value ?? 0).padStart(length, "0");

/** A day, and the time on it where there is one, as ISO 8601; null where the calendar or the clock has no such. */
export function isoOf(day: chrono.ParsedComponents, time: chrono.ParsedComponents | null): string | null {
  const date = [digits(day.get("year"), 4), digits(day.get("month"), 2), digits(day.get("day"), 2)].join("-");
  if (time === null) return calendarDate(date, null, null);
  const clock = (["hour", "minute", "second"] as const).map((unit) => digits(time.get(unit), 2)).join(":");
  return calendarDate(date, clock, zoneOf(time.get("timezoneOffset")));
}

/** An offset in minutes as ISO 8601 writes it. */
function zoneOf(offset: number | null): string | null {
  if (offset === null) return null;
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`;
}

/** Nothing was printed before; systems that know no date fill in the year 1. */
const firstYear = 1400;

/**
 * Every date goes through here: a day, a time of it and its offset, as ISO 8601 writes them. Null for what the
 * calendar or the clock does not have (31 February, 25:61). A time without an offset names no instant and is left out.
 */
export function calendarDate(day: string, time: string | null, zone: string | null): string | null {
  try {
    const date = Temporal.PlainDate.from(day);
    if (date.year < firstYear) return null;
    const plainTime = time === null ? null : Temporal.PlainTime.from(time);
    if (plainTime === null || zone === null) return date.toString();
    const instant = date.toZonedDateTime({ plainTime, timeZone: zone === "Z" ? "+00:00" : zone });
    return instant.toString({ smallestUnit: "second", timeZoneName: "never" }).replace(/\+00:00$/u, "Z");
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
