import type { Permalink } from "#model/permalink.ts";

/** What a quotation's page is called, in a tab and where it unfurls: whoever said it, and the words. */
export function quotationTitle({ quotation, speaker }: Pick<Permalink, "quotation" | "speaker">): string {
  const said = `“${quotation.text.replace(/\s+/g, " ")}”`;
  return speaker === null ? said : `${speaker.name}: ${said}`;
}
