import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Runs a program, given as the text of a module, that may make files and write nothing into them, as on a disk
 * that is full; resolves with what it printed. The shell's limit on a file's size makes a write fail with EFBIG.
 */
export async function withoutRoom(program: string): Promise<string> {
  const words = ["-c", 'ulimit -f 0 && exec "$@"', "sh", process.execPath, "--input-type=module", "--eval"];
  const { stdout } = await promisify(execFile)("sh", [...words, program], { cwd: root });
  return stdout;
}
