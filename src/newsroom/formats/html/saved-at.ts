import type { DomDocument } from "./dom.ts";

/** How programs that save pages say when, in a comment at its beginning or end. */
const notes: readonly RegExp[] = [
  // SingleFile: “saved date: Sat Feb 17 2024 11:24:20 GMT+0100 (Central European Standard Time)”
  /\bsaved date:\s*(\w{3} \w{3} \d{1,2} \d{4} [\d:]{8} GMT[+-]\d{4})/u,
  // HTTrack: “Mirrored from … by HTTrack Website Copier/3.x, Wed, 12 Mar 2025 10:15:44 GMT”
  /\bMirrored from .{1,300}, (\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} GMT)/u,
  // The Internet Archive: “FILE ARCHIVED ON 10:15:44 Mar 12, 2025 AND RETRIEVED …”
  /\bFILE ARCHIVED ON ([\d:]{8} \w{3} \d{1,2}, \d{4})\b/u,
];
/** How far from a page's ends such a note stands. */
const reach = 5_000;

/** When a page was saved, where the program that saved it wrote that down; null elsewhere. */
export function savedAtOf(html: string, document: DomDocument): Date | null {
  const edges = html.slice(0, reach) + html.slice(-reach);
  const note = notes.map((each) => each.exec(edges)?.[1]).find((found) => found !== undefined);
  const said = note ?? document.querySelector('meta[name="savepage-date"]')?.getAttribute("content");
  if (said === undefined || said === null) return null;
  const archived = /^([\d:]{8}) (\w{3} \d{1,2}, \d{4})$/u.exec(said);
  const date = new Date(
    archived === null ? said.replace(/\s*\(.*$/u, "") : `${archived[2]} ${archived[1]} UTC`,
  );
  return Number.isNaN(date.getTime()) ? null : date;
}
