import type { ReadingWords } from "#app/words/reading-en.ts";
import { type Copied, copy } from "./copy.ts";
import { toasts } from "./toasts.ts";

type Words = ReadingWords["share"];

/** Whether the browser has a sheet to share with. */
export const hasShareSheet = (): boolean => "share" in navigator;

/** Copies something and says so; where it cannot be copied it is shown, to be copied by hand. */
export async function copyAndTell(copied: Copied, done: string, words: Words): Promise<void> {
  if (await copy(copied)) toasts.show(done);
  else toasts.show(words.failed, copied.plain);
}

/** Shares by the system's sheet; where there is none, or it fails, the link is copied. */
export async function shareOrCopy(shared: ShareData & { readonly url: string }, words: Words): Promise<void> {
  const copyLink = () => copyAndTell({ plain: shared.url }, words.linkCopied, words);
  if (!hasShareSheet()) return copyLink();
  try {
    await navigator.share(shared);
    toasts.show(words.shared);
  } catch (error) {
    // The reader closed the sheet: nothing to say.
    if (error instanceof DOMException && error.name === "AbortError") return;
    await copyLink();
  }
}
