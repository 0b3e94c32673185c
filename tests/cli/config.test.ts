import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/cli/config.ts";

describe("the environment", () => {
  test("decides nothing where it says nothing", () => {
    expect(readConfig({ PORT: "", UNRELATED: "x" }, "/srv/paper")).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: "/srv/paper/data",
      databaseUrl: null,
      publicUrl: null,
      secrets: null,
      voteRateLimit: 30,
      trustProxy: false,
      logLevel: "info",
      metricsPort: null,
    });
  });

  test.each([
    [{ PORT: "0" }, { port: 0 }],
    [{ DATA_DIR: "stories/data" }, { dataDir: "/stories/data" }],
    [{ DATA_DIR: "/var/verbatim" }, { dataDir: "/var/verbatim" }],
    [{ PUBLIC_URL: "https://news.example/" }, { publicUrl: "https://news.example" }],
    [{ SECRET: "new, old" }, { secrets: ["new", "old"] }],
    [{ TRUST_PROXY: "2" }, { trustProxy: 2 }],
    [{ TRUST_PROXY: "loopback, 10.0.0.0/8, ::1" }, { trustProxy: "loopback,10.0.0.0/8,::1" }],
    [{ VOTE_RATE_LIMIT: "0" }, { voteRateLimit: 0 }],
    [{ DATABASE_URL: "postgresql://u:p@h/db" }, { databaseUrl: "postgresql://u:p@h/db" }],
  ])("%j is read as %j", (env, expected) => {
    expect(readConfig(env, "/")).toMatchObject(expected);
  });

  test.each([
    ["PORT", "70000"],
    ["PORT", "many"],
    ["PORT", "-1"],
    ["HOST", "two words"],
    ["DATABASE_URL", "mysql://host/db"],
    ["PUBLIC_URL", "news.example"],
    ["PUBLIC_URL", "https://news.example/paper"],
    ["PUBLIC_URL", "ftp://news.example"],
    ["SECRET", "one,,two"],
    ["VOTE_RATE_LIMIT", "1.5"],
    ["TRUST_PROXY", "the-proxy"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s is refused in one line that names it and not its value", (name, value) => {
    const refused = () => readConfig({ [name]: value }, "/");
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(new RegExp(`^${name} must be [^\\n]+$`));
    expect(refused).not.toThrow(new RegExp(`: ${value}`));
  });

  test("Prometheus and readers do not share a port", () => {
    expect(() => readConfig({ PORT: "4000", METRICS_PORT: "4000" }, "/")).toThrow(
      /^METRICS_PORT must be [^\n]+ other than PORT$/,
    );
    expect(() => readConfig({ METRICS_PORT: "3000" }, "/")).toThrow(/^METRICS_PORT must be /);
    expect(readConfig({ PORT: "0", METRICS_PORT: "0" }, "/")).toMatchObject({ port: 0, metricsPort: 0 });
  });
});
