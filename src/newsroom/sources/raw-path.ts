import { readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";

/** A name as it can be shown and kept: what is no UTF-8 has its bytes spelled out, “caf\xE9.txt”. */
export function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder("UTF-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
    ).join("");
  }
}

/**
 * The file whose name a program spelled with U+FFFD, because it is no UTF-8: a shell hands such names on as bytes,
 * and Node.js decodes them. Null when none, or more than one, is spelled so.
 */
export async function fileSpelled(path: string): Promise<Buffer | null> {
  if (!path.includes("\ufffd")) return null;
  const folder = dirname(path);
  const names = await readdir(folder, { encoding: "buffer" }).catch(() => []);
  const [found, another] = names.filter((name) => name.toString() === basename(path));
  return found === undefined || another !== undefined ? null : join(Buffer.from(folder), found);
}

/** Joins paths as bytes. */
export const join = (folder: Buffer, name: Buffer): Buffer => Buffer.concat([folder, Buffer.from("/"), name]);
