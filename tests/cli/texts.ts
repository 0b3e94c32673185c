import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ran, run } from "#tools/support/run-command.ts";

/** A folder of texts and a data folder of their own, and the command line over both. */
export interface Texts {
  readonly dir: string;
  readonly dataDir: string;
  /** Writes a file below the folder; answers with its path. */
  write(name: string, content: string | Uint8Array): string;
  run(args: readonly string[], input?: string): Promise<Ran>;
  close(): void;
}

export function openTexts(): Texts {
  const dir = mkdtempSync(join(tmpdir(), "verbatim-cli-"));
  const dataDir = join(dir, "data");
  return {
    dir,
    dataDir,
    write(name, content) {
      const path = join(dir, name);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    run: (args, input = "") => run(args, { env: { DATA_DIR: dataDir }, cwd: dir, input }),
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** A story of one quotation, as text. */
export const story = (headline: string, words = "We will paint it blue"): string =>
  `${headline}\n\n3 May 2024\n\nThe pier at Sandle was closed on Monday.\n\n“${words},” said Ada Berg, the harbour master.\n`;
