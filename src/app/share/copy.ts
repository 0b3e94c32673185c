/** What goes to the clipboard: text, and the same formatted where both are wanted. */
export interface Copied {
  readonly plain: string;
  readonly rich?: string;
}

/**
 * Copies to the clipboard; false where the browser refuses. Pages without TLS have
 * no clipboard to write to and take the older way, through a copy event of their own.
 */
export async function copy({ plain, rich }: Copied): Promise<boolean> {
  try {
    if (rich === undefined) await navigator.clipboard.writeText(plain);
    else await navigator.clipboard.write([clipboardItem(plain, rich)]);
    return true;
  } catch {
    return copyByEvent(plain, rich);
  }
}

function clipboardItem(plain: string, rich: string): ClipboardItem {
  return new ClipboardItem({
    "text/plain": new Blob([plain], { type: "text/plain" }),
    "text/html": new Blob([rich], { type: "text/html" }),
  });
}

function copyByEvent(plain: string, rich: string | undefined): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", plain);
    if (rich !== undefined) event.clipboardData?.setData("text/html", rich);
    copied = event.clipboardData !== null;
  };
  document.addEventListener("copy", fill, { capture: true });
  // Deprecated, and the only way there is on a page without TLS.
  const asked = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return asked && copied;
}
