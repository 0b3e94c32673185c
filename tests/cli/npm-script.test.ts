import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";

const sources = join(import.meta.dirname, "../../src/cli");
const first = pathToFileURL(join(sources, "npm-script.js")).href;

let folder = "";

beforeAll(async () => {
  folder = await temporaryFolder("verbatim-npm-script");
  return () => rm(folder, { recursive: true, force: true });
});

test("a program that was not installed is told of in one line", () => {
  const program = join(folder, "vitest.mjs");
  const { status, stderr } = spawnSync(process.execPath, ["--import", first, program], { encoding: "utf8" });
  expect(stderr).toBe(
    `${program} is not installed: it needs the development packages (\`npm ci --include=dev\`).\n`,
  );
  expect(status).toBe(1);
});

test("an older Node without the project's own is told of in one line", async () => {
  // As the sources are where no package is: with a Node that calls itself an older one.
  const older = join(folder, "older");
  await mkdir(older);
  for (const file of ["npm-script.js", "own-node.js"]) await cp(join(sources, file), join(older, file));
  await writeFile(join(older, "package.json"), '{ "type": "module" }');
  const old = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.1.0" })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", old, "--import", pathToFileURL(join(older, "npm-script.js")).href, "any.ts"],
    { encoding: "utf8" },
  );
  expect(stderr).toMatch(
    /^Node 26 is needed .*package node-.* is not installed: run `npm ci --include=optional`\.\n$/,
  );
  expect(status).toBe(1);
});

test.skipIf(process.platform === "win32")(
  "a script ends when the shell ends that npm started it with",
  async () => {
    const program = join(folder, "waits.mjs");
    await writeFile(
      program,
      `process.on("SIGTERM", () => { console.log("asked to end"); process.exit(); });
     setInterval(() => {}, 1000); console.log("waits");`,
    );
    // What follows keeps the shell from becoming the program.
    const shell = spawn("sh", ["-c", '"$0" --import "$1" "$2"; true', process.execPath, first, program]);
    const said: string[] = [];
    shell.stdout.setEncoding("utf8").on("data", (text: string) => said.push(text));
    await once(shell.stdout, "data");
    shell.kill("SIGKILL");
    await once(shell.stdout, "close");
    expect(said.join("")).toBe("waits\nasked to end\n");
  },
);
