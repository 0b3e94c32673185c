import { mostBytes } from "./decode-text.ts";

/** Why a file could not be read, in words for its owner; null for an error of another kind. */
export function fileProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  switch (error.code) {
    case "ENOENT":
      return "no such file";
    case "EACCES":
    case "EPERM":
      return "may not be read by this user";
    case "EISDIR":
      return "is a folder";
    case "ERR_FS_FILE_TOO_LARGE":
      return `is larger than ${mostBytes / 1_000_000} MB`;
    default:
      return "syscall" in error ? `could not be read (${String(error.code)})` : null;
  }
}
