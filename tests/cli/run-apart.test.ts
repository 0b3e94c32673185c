import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endWithUs, temporaryFolder } from "#tools/support/leave-nothing.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder("verbatim-apart");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts a process that runs this program apart from itself and then prints whether it did what it was to do. */
async function starter(program: string): Promise<ChildProcess> {
  const [inner, outer] = [join(folder, "inner.mjs"), join(folder, "outer.mjs")];
  const module = pathToFileURL(join(import.meta.dirname, "../../src/cli/run-apart.ts"));
  await writeFile(inner, program);
  await writeFile(
    outer,
    `import { runApart } from ${JSON.stringify(module)};
     console.log(await runApart([${JSON.stringify(inner)}, "word"], { env: { SET: "yes" }, cwd: "/" }));`,
  );
  const child = spawn(process.execPath, [outer], { stdio: ["ignore", "pipe", "pipe"] });
  endWithUs(child);
  return child;
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (stream === null) throw new Error("the output is not piped");
  const [line] = await once(createInterface({ input: stream }), "line");
  return line;
}

test.each([
  [0, "true"],
  [3, "false"],
])("a program that ends with status %i: %s; what it says is a message", async (status, done) => {
  const child = await starter(
    `console.log(process.argv[2], process.env.SET, process.cwd()); process.exit(${status});`,
  );
  const lines = await Promise.all([firstLine(child.stderr), firstLine(child.stdout)]);
  expect(lines).toEqual(["word yes /", done]);
});

test.each(["SIGTERM", "SIGINT"] as const)("%s meanwhile ends both", async (signal) => {
  const child = await starter(`console.log("runs"); setInterval(() => {}, 1000);`);
  await firstLine(child.stderr);
  const [ended, closed] = [once(child, "exit"), once(child, "close")];
  child.kill(signal);
  expect(await ended).toEqual([signal === "SIGTERM" ? 143 : 130, null]);
  // Its standard error is the program's own too: it closes once nobody holds it any longer.
  await closed;
});
