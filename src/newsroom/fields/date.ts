import * as chrono from "chrono-node";

interface DateParser {
  parse(text: string, reference: Date): chrono.ParsedResult[];
}

const byLanguage: ReadonlyMap<string, DateParser> = new Map<string, DateParser>([
  ["ar", chrono.ar],
  ["de", chrono.de],
  ["es", chrono.es],
  ["fi", chrono.fi],
  ["fr", chrono.fr],
  ["id", chrono.id],
  ["it", chrono.it],
  ["ja", chrono.ja],
  ["nl", chrono.nl],
  ["pt", chrono.pt],
  ["ru", chrono.ru],
  ["sv", chrono.sv],
  ["uk", chrono.uk],
  ["vi", chrono.vi],
  ["zh", chrono.zh],
]);

/** Labels before a date: "Published: 12 July 2018", "Veröffentlicht am 12. Juli 2018". */
const label =
  /^(?:(?:first |last )?(?:published|posted|updated|modified|date)(?: (?:on|at))?|veröffentlicht(?: am)?|publié le|publicado(?: el| em)?|pubblicato il|gepubliceerd op)\s*[:–—-]?\s*/iu;

/** A date that a later edit made is not the day of publication. */
const changeLabel = /^(?:last )?(?:updated|modified)\b/iu;

/** What may stand between a date's pieces: "12 July 2018 | 10:15", "am 12. Juli". */
const filler = /[\s,.;:|·•()[\]–—-]+|\b(?:at|on|um|uhr|à|le|el|il|om)\b/giu;

const longestDateLine = 70;
/** Chrono fills what a date leaves out from this day; nothing filled in is ever used. */
const anyDay = new Date(0);

/** Zones that only those use who write the month first: "07/12/2018, 10:15 EDT". */
const americanZone = /\b(?:[ECMP][SD]?T)\b/u;

/**
 * The date that a line consists of, as ISO 8601; null when the line is
 * anything else ("In July 2018 the council met") or lacks day, month or year.
 * "12 Jul 18" is a day; "Thursday 12 July 2018, 10:15 BST" an instant. A time
 * without a zone is left out: it names no instant.
 *
 * "12/07/2018" is read as the language's region writes it; without a region,
 * English is read day first.
 */
export function readDateLine(line: string, lang: string | null): { date: string; isChange: boolean } | null {
  const trimmed = line.trim().replace(/(?<=\s)['’](?=\d\d\b)/u, "");
  if (trimmed.length > longestDateLine || !/\d/u.test(trimmed)) return null;
  const words = trimmed.replace(label, "");
  for (const parser of parsersFor(lang, words)) {
    const date = readWhole(parser, words);
    if (date !== null) return { date, isChange: changeLabel.test(trimmed) };
  }
  return null;
}

/** A date as metadata writes it, mostly ISO 8601; null when it is none. */
export function readDateValue(value: string, lang: string | null): string | null {
  const trimmed = value.trim();
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(
    trimmed,
  );
  if (iso === null) return readDateLine(trimmed, lang)?.date ?? null;
  const [, day = "", minutes, seconds = ":00", zone = null] = iso;
  return calendarDate(day, minutes === undefined ? null : `${minutes}${seconds}`, zone);
}

function parsersFor(lang: string | null, words: string): readonly DateParser[] {
  const english = monthFirst(lang, words) ? chrono.en : chrono.en.GB;
  const own = byLanguage.get(lang?.split("-")[0]?.toLowerCase() ?? "");
  if (own !== undefined) return [own, english];
  return lang === null && /\p{L}/u.test(words) ? [english, ...byLanguage.values()] : [english];
}

function monthFirst(lang: string | null, words: string): boolean {
  if (lang === null || !lang.includes("-")) return americanZone.test(words);
  try {
    const parts = new Intl.DateTimeFormat(lang).formatToParts(0).map((part) => part.type);
    return parts.indexOf("month") < parts.indexOf("day") && parts.indexOf("year") > parts.indexOf("day");
  } catch {
    return false;
  }
}

function readWhole(parser: DateParser, words: string): string | null {
  const results = parser.parse(words, anyDay);
  let rest = words;
  for (const result of results) rest = rest.replace(result.text, " ");
  if (rest.replace(filler, "") !== "") return null;
  const day = results.find(({ start }) =>
    (["day", "month", "year"] as const).every((unit) => start.isCertain(unit)),
  );
  if (day === undefined || day.end !== null) return null;
  const time = results.find(({ start }) => start.isCertain("hour"));
  return isoOf(day.start, time?.start ?? null);
}

const digits = (value: number | null, length: number): string => String(value ?? 0).padStart(length, "0");

function isoOf(day: chrono.ParsedComponents, time: chrono.ParsedComponents | null): string | null {
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
function calendarDate(day: string, time: string | null, zone: string | null): string | null {
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
