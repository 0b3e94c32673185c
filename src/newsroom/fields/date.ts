import * as chrono from "chrono-node";
import { calendarDate, isoOf } from "./iso-date.ts";

interface DateParser {
  parse(text: string, reference: Date | chrono.ParsingReference): chrono.ParsedResult[];
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
/**
 * Chrono fills what a date leaves out from the day that it is given. Read on two days, what stands in the line itself
 * is the same both times; what is counted from today (“3 hours ago”, “gestern”) is not.
 */
const [anyDay, anotherDay] = [new Date(0), new Date(Date.UTC(2001, 5, 15))];

/** Words without which a line that has no digit is no date: “Yesterday”, “vor einer Stunde”. */
const countedFromToday =
  /(?<!\p{L})(?:ago|yesterday|today|just now|moments|vor|gestern|heute|hier|aujourd|il y a|hace|ayer|hoy|fa|ieri|oggi|geleden|gisteren|vandaag|sedan|igår|há|atrás|ontem|hoje|назад|вчера|сегодня|منذ|أمس)(?!\p{L})|前$/iu;
/** How long ago something was, in the languages whose own way of saying it chrono does not read. */
const howLongAgo =
  /^(?:hace|há|för|il y a|منذ|לפני)\s+(?:\d+|un[ao]?|e[nt]t?)\s+\p{L}+(?:\s+(?:sedan|atrás))?$|^\d+\s*(?:秒|分|分钟|分鐘|時間|小时|小時|日|天)前$/iu;

/** Zones that only those use who write the month first: "07/12/2018, 10:15 EDT". */
const americanZone = /\b(?:[ECMP][SD]?T)\b/u;

/** What a line that is a date says. */
export interface DateLine {
  /** ISO 8601; null for a day that is counted from one that nobody knows (“3 hours ago”). */
  readonly date: string | null;
  /** A later edit's day: “Last updated on …”. */
  readonly isChange: boolean;
}

/**
 * The date that a line consists of, as ISO 8601; null when the line is
 * anything else ("In July 2018 the council met") or lacks day, month or year.
 * "12 Jul 18" is a day; "Thursday 12 July 2018, 10:15 BST" an instant. A time
 * without a zone is left out: it names no instant.
 *
 * "12/07/2018" is read as the language's region writes it; without a region,
 * English is read day first, unless the day of the week says otherwise.
 *
 * "3 hours ago" is counted from `savedAt`, where the page says when it was saved.
 */
export function readDateLine(
  line: string,
  lang: string | null,
  savedAt: Date | null = null,
): DateLine | null {
  const trimmed = line.trim().replace(/(?<=\s)['’](?=\d\d\b)/u, "");
  if (trimmed.length > longestDateLine || !(/\d/u.test(trimmed) || countedFromToday.test(trimmed)))
    return null;
  const words = trimmed.replace(label, "");
  const isChange = changeLabel.test(trimmed);
  for (const parser of parsersFor(lang, words)) {
    const read = readWhole(parser, words, savedAt);
    if (read !== null) return { ...read, isChange };
  }
  return howLongAgo.test(words) ? { date: null, isChange } : null;
}

/** A date as metadata writes it, mostly ISO 8601; null when it is none. */
export function readDateValue(
  value: string,
  lang: string | null,
  savedAt: Date | null = null,
): string | null {
  const trimmed = value.trim();
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(
    trimmed,
  );
  if (iso === null) return readDateLine(trimmed, lang, savedAt)?.date ?? null;
  const [, day = "", minutes, seconds = ":00", zone = null] = iso;
  return calendarDate(day, minutes === undefined ? null : `${minutes}${seconds}`, zone);
}

function parsersFor(lang: string | null, words: string): readonly DateParser[] {
  const english = monthFirst(lang, words) ? [chrono.en, chrono.en.GB] : [chrono.en.GB, chrono.en];
  const own = byLanguage.get(lang?.split("-")[0]?.toLowerCase() ?? "");
  if (own !== undefined) return [own, ...english];
  return lang === null && /\p{L}/u.test(words) ? [...english, ...byLanguage.values()] : english;
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

const units = ["day", "month", "year"] as const;

function readWhole(parser: DateParser, words: string, savedAt: Date | null): Pick<DateLine, "date"> | null {
  const results = parser.parse(words, anyDay);
  let rest = words;
  for (const result of results) rest = rest.replace(result.text, " ");
  if (rest.replace(filler, "") !== "") return null;
  const day = wholeDay(results);
  if (day === undefined || day.end !== null) return null;
  const again = wholeDay(parser.parse(words, anotherDay));
  if (units.some((unit) => day.start.get(unit) !== again?.start.get(unit))) {
    const counted = savedAt === null ? undefined : wholeDay(parser.parse(words, inUtc(savedAt)));
    return { date: counted === undefined ? null : isoOf(counted.start, null) };
  }
  if (!isOnItsWeekday(day.start)) return null;
  const time = results.find(({ start }) => start.isCertain("hour"));
  const date = isoOf(day.start, time?.start ?? null);
  return date === null ? null : { date };
}

const wholeDay = (results: readonly chrono.ParsedResult[]): chrono.ParsedResult | undefined =>
  results.find(({ start }) => units.every((unit) => start.isCertain(unit)));

const inUtc = (instant: Date): chrono.ParsingReference => ({ instant, timezone: 0 });

/** “Tue, 08/12/2025” is 12 August: 8 December was a Monday. */
function isOnItsWeekday(day: chrono.ParsedComponents): boolean {
  if (!day.isCertain("weekday")) return true;
  const [year, month, date] = [day.get("year"), day.get("month"), day.get("day")];
  if (year === null || month === null || date === null) return true;
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay() === day.get("weekday");
}
