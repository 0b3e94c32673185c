/**
 * When a date is that a story or a program wrote, in milliseconds since 1970;
 * null for one that no calendar or clock has, as 31 February, which `Date`
 * takes for 2 March, or 25:61.
 *
 * @param text an ISO 8601 day or instant
 */
export function instantOf(text: string): number | null {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return null;
  const [, year, month, day] = /^([+-]?\d{4,6})-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (day === undefined) return instant;
  const there = new Date(0);
  there.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return there.getUTCDate() === Number(day) ? instant : null;
}
