import type { Attribution } from "#attribution";

/** What is wrong with an attribution of a text: offsets outside it, segments out of order or across paragraphs. */
export function flaws(text: string, { quotes, speakers }: Attribution): readonly string[] {
  const found: string[] = [];
  let last = 0;
  for (const { start, end, segments, speaker, confidence, statement } of quotes) {
    if (!(start >= last && start < end && end <= text.length))
      found.push(`quotation ${start}–${end} after ${last}`);
    if (segments[0]?.start !== start || segments.at(-1)?.end !== end)
      found.push(`segments of ${start}–${end} do not span it`);
    let at = start;
    for (const segment of segments) {
      if (!(segment.start >= at && segment.start < segment.end))
        found.push(`segment ${segment.start}–${segment.end}`);
      if (/\n[^\S\n]*\n/.test(text.slice(segment.start, segment.end)))
        found.push(`segment ${segment.start} leaves its paragraph`);
      at = segment.end;
    }
    if (speaker !== null && speakers[speaker] === undefined) found.push(`no speaker ${speaker}`);
    if (!(confidence >= 0 && confidence <= 1) || !(statement >= 1))
      found.push(`confidence ${confidence}, statement ${statement}`);
    last = end;
  }
  for (const { name, introduced } of speakers) {
    if (name === "") found.push("a speaker without a name");
    if (introduced !== null && !(introduced.start < introduced.end && introduced.end <= text.length))
      found.push(`${name} introduced nowhere`);
  }
  return found;
}
