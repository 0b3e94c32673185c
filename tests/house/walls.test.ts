import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What each folder may import, as the design has it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ["model"],
  attribution: ["model", "text"],
  newsroom: ["model", "text", "attribution", "store"],
  store: ["model"],
  server: ["model", "text", "store", "newsroom"],
  app: ["model", "text"],
  cli: ["model", "text", "attribution", "newsroom", "store", "server", "samples"],
  tools: ["model", "text", "attribution", "newsroom", "store", "server", "cli", "samples"],
};
const folders = Object.keys(MAY_IMPORT);

/** The compiler lets a folder see what its folders see: the server could reach the engine through the newsroom. */
const withinReach = (from: string): ReadonlySet<string> =>
  new Set((MAY_IMPORT[from] ?? []).flatMap((to) => [to, ...withinReach(to)]));

/** A house of the same walls with one small module a folder, so that the real one is left alone. */
let house: string;

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "verbatim-walls-"));
  for (const file of ["package.json", "tsconfig.json"]) cpSync(join(root, file), join(house, file));
  for (const file of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })) {
    if (!/tsconfig[.\w]*\.json$/.test(file)) continue;
    mkdirSync(dirname(join(house, "src", file)), { recursive: true });
    cpSync(join(root, "src", file), join(house, "src", file));
  }
  // The compiler's own output goes to node_modules/.cache, so packages are linked one by one.
  mkdirSync(join(house, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (!name.startsWith("."))
      symlinkSync(join(root, "node_modules", name), join(house, "node_modules", name));
  }
  for (const folder of [...folders, "samples"]) {
    const entry = folder === "attribution" ? "attribute.ts" : "wall.ts";
    writeFileSync(join(house, "src", folder, entry), `export const here = "${folder}";\n`);
  }
  const built = await compile("--build", ...folders.map((folder) => `src/${folder}`));
  expect(built).toBe("");
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** The compiler's complaints; an empty string when it has none. */
async function compile(...options: readonly string[]): Promise<string> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  return promisify(execFile)(process.execPath, [tsc, ...options, "--pretty", "false"], { cwd: house }).then(
    ({ stdout }) => stdout,
    (failure: { stdout: string }) => failure.stdout,
  );
}

/** Both ways of addressing a folder: the alias, where package.json gives one, and the relative path. */
function addresses(folder: string): readonly string[] {
  const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { imports: object };
  if (folder === "attribution") return ["#attribution", "../attribution/attribute.ts"];
  const relative = `../${folder}/wall.ts`;
  return `#${folder}/*` in imports ? [`#${folder}/wall.ts`, relative] : [relative];
}

describe.each(folders)("src/%s", (from) => {
  it("reaches no folder that the design keeps from it: a wrong import does not compile", async () => {
    const attempts = [...folders, "samples"]
      .filter((to) => to !== from)
      .flatMap((to) =>
        addresses(to).map((address, index) => ({ to, address, file: `to-${to}-${index}.ts` })),
      );
    for (const { address, file } of attempts) {
      writeFileSync(
        join(house, "src", from, file),
        `import { here } from "${address}";\n\nexport const there: string = here;\n`,
      );
    }
    const complaints = await compile("--project", `src/${from}`, "--noEmit");
    for (const { file } of attempts) rmSync(join(house, "src", from, file));

    const reach = withinReach(from);
    const compiled = attempts.filter(({ file }) => !complaints.includes(file)).map(({ address }) => address);
    expect(compiled).toEqual(attempts.filter(({ to }) => reach.has(to)).map(({ address }) => address));
  });

  it("imports only what the design allows", () => {
    const imported = readdirSync(join(root, "src", from), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => {
        const source = readFileSync(join(root, "src", from, file), "utf8");
        return [...source.matchAll(/(?:from|import)\s*\(?\s*"(?:#|(?:\.\.\/)+)(\w+)/g)].map(
          ([, to = ""]) => to,
        );
      })
      .filter((to) => to in MAY_IMPORT && to !== from);
    const wrong = imported.filter((to) => !MAY_IMPORT[from]?.includes(to));
    expect([...new Set(wrong)]).toEqual([]);
  });
});

it("lets nothing but the engine itself and the tools see the engine's passes", () => {
  const outside = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/^(?:attribution|tools)\//.test(file))
    .filter((file) => readFileSync(join(root, "src", file), "utf8").includes('"#attribution/'));
  expect(outside).toEqual([]);
});
