import * as chrono from "chrono-node";

interface DateParser {
  parse(text: string, reference: Date): chrono.ParsedResult[];
}

const byLanguage: Readonly<Record<string, DateParser>> = {
  ar: chrono.ar,
  de: chrono.de,
  es: chrono.es,
  fi: chrono.fi,
  fr: chrono.fr,
  id: chrono.id,
  it: chrono.it,
  ja: chrono.ja,
  nl: chrono.nl,
  pt: chrono.pt,
  ru: chrono.ru,
  sv: chrono.sv,
  uk: chrono.uk,
  vi: chrono.vi,
  zh: chrono.zh,
};

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
  const [, day = "", minutes, seconds = ":00", zone] = iso;
  if (Number.isNaN(Date.parse(day))) return null;
  if (minutes === undefined || zone === undefined) return day;
  const offset = /^[+-]\d{4}$/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return `${day}T${minutes}${seconds}${offset === "+00:00" ? "Z" : offset}`;
}

function parsersFor(lang: string | null, words: string): readonly DateParser[] {
  const english = monthFirst(lang, words) ? chrono.en : chrono.en.GB;
  const own = byLanguage[lang?.split("-")[0]?.toLowerCase() ?? ""];
  if (own !== undefined) return [own, english];
  return lang === null && /\p{L}/u.test(words) ? [english, ...Object.values(byLanguage)] : [english];
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

const two = (value: number): string => String(value).padStart(2, "0");

function isoOf(day: chrono.ParsedComponents, time: chrono.ParsedComponents | null): string | null {
  const year = day.get("year") ?? 0;
  if (year < 1400 || year > 9999) return null;
  const date = `${year}-${two(day.get("month") ?? 0)}-${two(day.get("day") ?? 0)}`;
  const offset = time?.get("timezoneOffset") ?? null;
  if (time === null || offset === null) return date;
  const zone =
    offset === 0
      ? "Z"
      : `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${date}T${two(time.get("hour") ?? 0)}:${two(time.get("minute") ?? 0)}:${two(time.get("second") ?? 0)}${zone}`;
}
