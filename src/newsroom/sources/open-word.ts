import { Unzip, UnzipInflate } from "fflate";
import mammoth from "mammoth";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { DocumentText } from "./open-document.ts";

/** Word says each of a text's pieces in some two hundred characters: a story of a million is not longer. */
const mostUnpacked = 60_000_000;
const sliceSize = 1 << 16;

/** Styles that Word has for what a story has; their names are English in every language's Word. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.MsoSubtitle:fresh",
  "p[style-name='caption'] => p.MsoCaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** A Word document (.docx) as a page. Pictures, comments and deleted words stay out. Rejects with Unreadable. */
export async function openWord(bytes: Uint8Array): Promise<DocumentText> {
  checkUnpacked(bytes);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    return {
      format: "html",
      text: `<!doctype html><html><body><main data-format="docx">\n${value}\n</main></body></html>`,
    };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Unreadable(`is no Word document that can be read: ${reason}`);
  }
}

/** A few bytes can unpack to any number: what is too much is found out a slice at a time. */
function checkUnpacked(bytes: Uint8Array): void {
  let length = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error !== null) throw error;
      length += chunk.length;
      if (length > mostUnpacked) throw new Unreadable(`unpacks to more than ${mostUnpacked / 1_000_000} MB`);
    };
    if (/\.(?:xml|rels)$/iu.test(file.name)) file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += sliceSize) {
      unzip.push(bytes.subarray(at, at + sliceSize), at + sliceSize >= bytes.length);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("is no Word document that can be read: its archive is damaged");
  }
}
