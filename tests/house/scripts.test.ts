import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageFile from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");

/** The scripts that run a program of ours, with its words. */
const programs = Object.entries(packageFile.scripts)
  .map(([name, command]) => ({ name, words: command.split(" ") }))
  .filter(({ words }) => words[0] === "node" && words.some((word) => /^src\/.*\.[jt]s$/.test(word)));

describe("npm's scripts", () => {
  it("name files that are there", () => {
    const files =
      Object.values(packageFile.scripts)
        .join(" ")
        .match(/[\w./-]+\.[jt]s\b/g) ?? [];
    expect(files.length).toBeGreaterThan(programs.length);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it.each(programs)("$name tells how it is used", { timeout: 120_000 }, ({ words: [, ...words] }) => {
    const { status, stdout } = spawnSync(process.execPath, [...words, "--help"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^Usage: (?:npm run|verbatim) /);
    expect(status).toBe(0);
  });

  it("need nothing of the shell that only some systems' have", () => {
    for (const command of Object.values(packageFile.scripts))
      expect(command).not.toMatch(/[;|$`']|(?<!&)&(?!&)|^\w+=/);
  });
});
