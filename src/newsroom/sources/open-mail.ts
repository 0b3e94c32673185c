import PostalMime, { type Email } from "postal-mime";
import { mailMark, parsePage, wordsIn } from "#newsroom/formats/html/dom.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { escapeHtml } from "#text/escape-html.ts";
import type { DocumentText } from "./open-document.ts";

/**
 * A mail as the text or page that its reader sees: the fields of its header that matter, a line each, and under them
 * the richer of its bodies. Rejects with Unreadable for what is too nested to be one (RFC 5322, RFC 2045).
 */
export async function openMail(bytes: Uint8Array): Promise<DocumentText> {
  const mail = await parse(bytes);
  const lines = headerOf(mail).map(([name, value]) => `${name}: ${value}`);
  const body = mail.html === undefined ? null : parsePage(mail.html).body;
  if (body !== null && wordsIn(body) !== null) {
    const header = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
    return {
      format: "html",
      text: `<!doctype html><html><body><main ${mailMark}>\n${header}\n${body.innerHTML}\n</main></body></html>`,
    };
  }
  return { format: "text", text: `${lines.join("\n")}\n\n${mail.text ?? ""}` };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Unreadable(`is no mail that can be read: ${reason}`);
  }
}

function headerOf(mail: Email): readonly (readonly [string, string])[] {
  const { from, subject, headers, attachments } = mail;
  // As it was written: the day of its own time zone.
  const date = headers.find(({ key }) => key === "date")?.value;
  const files = attachments.flatMap(({ filename, disposition, related }) =>
    filename !== null && disposition === "attachment" && related !== true ? [filename] : [],
  );
  const sender = from?.address === undefined ? from?.name : `${from.name} <${from.address}>`;
  const fields = { From: sender, Date: date, Subject: subject, Attachments: files.join(", ") };
  return Object.entries(fields).flatMap(([name, value]) => {
    const line = (value ?? "").replace(/\s+/gu, " ").trim();
    return line === "" ? [] : [[name, line] as const];
  });
}
