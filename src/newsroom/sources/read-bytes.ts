import { constants, open as openDescriptor, type PathLike } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Socket } from "node:net";
import { promisify } from "node:util";
import { Unreadable } from "#newsroom/unreadable.ts";
import { mostBytes } from "./decode-text.ts";
import { fileProblem } from "./file-problem.ts";

export interface ReadCaps {
  /** What is longer is not read to its end: there are files without one (`/dev/zero`). */
  readonly bytes: number;
  /** Milliseconds until somebody must have written to a pipe, and closed it. */
  readonly time: number;
}

const fileCaps: ReadCaps = { bytes: mostBytes, time: 30_000 };
const chunkSize = 1 << 16;

/**
 * Reads a file, a device or a named pipe: at most one byte more than the cap, which tells that there is too much.
 * Rejects with Unreadable.
 */
export async function readBytes(path: PathLike, caps: Partial<ReadCaps> = {}): Promise<Uint8Array> {
  const { bytes, time } = { ...fileCaps, ...caps };
  try {
    const there = await stat(path);
    return there.isFIFO() ? await readPipe(path, bytes, time) : await readFileWithin(path, bytes);
  } catch (error) {
    const problem = fileProblem(error);
    throw problem === null ? error : new Unreadable(problem);
  }
}

/** Reads a stream, at most one byte more than the cap. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  most: number = mostBytes,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > most) break;
  }
  return Buffer.concat(chunks).subarray(0, most + 1);
}

async function readFileWithin(path: PathLike, most: number): Promise<Uint8Array> {
  await using file = await open(path, "r");
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= most) {
    const wanted = Math.min(chunkSize, most + 1 - length);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(chunks);
}

/** Opening a pipe waits for its writer, where nothing can stop it: it is opened without waiting, and read as a socket is. */
async function readPipe(path: PathLike, most: number, time: number): Promise<Uint8Array> {
  const fd = await promisify(openDescriptor)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const socket = new Socket({ fd, readable: true, writable: false });
  const timer = setTimeout(
    () => socket.destroy(new Unreadable(`is a pipe into which nobody wrote for ${time / 1000} s`)),
    time,
  );
  try {
    return await readStream(socket, most);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}
