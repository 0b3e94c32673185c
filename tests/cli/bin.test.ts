import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const bin = join(import.meta.dirname, "../../src/cli/bin.js");

/** What Node made of the sources is kept, as for the servers of the end-to-end tests. */
const compileCache = join(import.meta.dirname, "../../node_modules/.cache/node");

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
