import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageFile from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../../src");

/** What runs where the site is served: all but the programs for those who build it, and the browser's own worker. */
const served = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.[jt]sx?$/.test(file) && !/^(?:build|tools|app\/offline\/worker)\//.test(file))
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

/** The name of the package in a specifier. */
const packageOf = (specifier: string): string =>
  specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

const imported = new Set(
  [...served.matchAll(/^(?:import|export)\s(?!type\b)(?:[^;"]*?from )?"([^#."][^"]*)"/gm)]
    .map(([, specifier = ""]) => specifier)
    .filter((specifier) => !isBuiltin(specifier))
    .map(packageOf),
);

describe("the dependencies", () => {
  it("hold all that serving imports, so that it goes on without the development packages", () => {
    const held = new Set(Object.keys(packageFile.dependencies));
    expect(imported.size).toBeGreaterThan(30);
    expect([...imported].filter((name) => !held.has(name))).toEqual([]);
  });

  it("hold nothing that serving has no use for", () => {
    // A font's package is found by a name that is put together.
    const isNamed = (name: string) => imported.has(name) || served.includes(name.replace("@fontsource/", ""));
    expect(Object.keys(packageFile.dependencies).filter((name) => !isNamed(name))).toEqual([]);
  });

  it("are pinned, as npm would otherwise choose by the machine's own Node", () => {
    const { dependencies, devDependencies, optionalDependencies } = packageFile;
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
