import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";

const root = join(import.meta.dirname, "../../..");

test.each([
  ["PORT", { METRICS_PORT: "" }],
  ["METRICS_PORT", { PORT: "0" }],
])("a taken %s is told of by its name before anything is built or kept", async (name, others) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const dataDir = await temporaryFolder("verbatim-taken");
  onTestFinished(async () => {
    other.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const { port } = other.address() as AddressInfo;
  const builds = () => readdir(join(root, "dist")).catch(() => []);
  const before = await builds();
  const server = spawn(process.execPath, [join(root, "src/cli/main.ts"), "serve", "--samples", "--build"], {
    env: { ...process.env, ...others, [name]: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir },
  });
  const [said, [status]] = await Promise.all([text(server.stderr), once(server, "exit")]);
  expect(said).toBe(`port ${port} is in use; stop what listens there, or set ${name} to another\n`);
  expect(status).toBe(1);
  expect(await builds()).toEqual(before);
  expect(await readdir(dataDir)).toEqual([]);
});
