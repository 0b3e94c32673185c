import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const bin = join(root, "src/cli/bin.js");

/** What Node made of the sources is kept, as for the servers of the end-to-end tests. */
const compileCache = join(root, "node_modules/.cache/node");

/** This machine's own Node, which may be older than the one that the project brings. */
const systemNode = ["/usr/bin/node", "/usr/local/bin/node"].find(
  (path) => spawnSync(path, ["--version"]).status === 0,
);

const verbatim = (node: string, ...args: readonly string[]) => {
  const env = { PATH: process.env.PATH ?? "", NODE_COMPILE_CACHE: compileCache };
  const { status, stdout, stderr } = spawnSync(node, [bin, ...args], { env, encoding: "utf8" });
  return { status, stdout, stderr };
};

/** Longer than the runner's own limit: Node starts six times, on a machine that may be busy. */
const timeout = 300_000;

test.each([
  ["by this Node", process.execPath],
  ["under an older one by the Node that came with it", systemNode ?? process.execPath],
])("the command runs %s, and its exit status is passed on", { timeout }, (_, node) => {
  expect(verbatim(node, "quotes", "--help")).toEqual({
    status: 0,
    stdout: expect.stringContaining("Usage: verbatim quotes"),
    stderr: "",
  });
  expect(verbatim(node, "quotes", "--frobnicate")).toMatchObject({ status: 2, stdout: "" });
  expect(verbatim(node, "quotes", "no-such.jsonl")).toEqual({
    status: 1,
    stdout: "",
    stderr: "verbatim: no-such.jsonl: no such file\n",
  });
});

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

const text = JSON.stringify({ id: "1", text: "“It holds,” said Ada Berg." });

test.skipIf(process.platform === "win32").each([
  // What follows keeps the shell from becoming the program.
  ["npm run verbatim", "sh", ["-c", `${scripts.verbatim} quotes; true`]],
  ["verbatim under an older Node", systemNode ?? process.execPath, [bin, "quotes"]],
])("%s ends with what started it", { timeout }, async (_, program, args) => {
  const PATH = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  // Texts that never end, from a process of their own: nothing but the signal tells the command to.
  const texts = spawn(process.execPath, [
    "-e",
    `console.log(${JSON.stringify(text)}); setInterval(() => {}, 1000)`,
  ]);
  onTestFinished(() => void texts.kill());
  const env = { PATH, NODE_COMPILE_CACHE: compileCache };
  const started = spawn(program, args, { cwd: root, env, stdio: [texts.stdout, "pipe", "inherit"] });
  await once(started.stdout, "data");
  started.kill("SIGKILL");
  // Whoever writes to it lets go of it.
  await once(started.stdout.resume(), "close");
});
