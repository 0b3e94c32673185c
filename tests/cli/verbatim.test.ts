import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "#tools/support/run-command.ts";
import { openTexts, type Texts } from "./texts.ts";

let texts: Texts;
beforeAll(() => {
  texts = openTexts();
});
afterAll(() => texts.close());

test.each([
  [["--help"], 0, ""],
  [["ingest"], 2, "error: missing required argument 'path'"],
  [["ingest", "--lang", "no language", "x"], 2, "It is no language tag"],
  [["ingest", "--slug", "Not A Slug", "x"], 2, "“not-a-slug” could be one"],
  [["ingest", "--frobnicate", "x"], 2, "unknown option"],
  [["--version"], 0, ""],
  [["quotes", "--lang", "no language"], 2, "It is no language tag"],
  [["quotes", "no-such.jsonl"], 1, "verbatim: no-such.jsonl: no such file\n"],
  [["quotes", import.meta.dirname], 1, "is a folder\n"],
  [["show", "no-such-story"], 1, "verbatim: there is no story “no-such-story”\n"],
  [["correct", "no-such-story", "judge"], 2, "Allowed choices"],
])("verbatim %j is %i", async (args, expected, said) => {
  const { status, stderr } = await texts.run(args);
  expect(status).toBe(expected);
  expect(stderr).toContain(said);
  if (said === "") expect(stderr).toBe("");
});

test.each([
  [["show", "x"], { PORT: "many" }, "PORT"],
  [["quotes"], { PORT: "many" }, "PORT"],
  [["ingest", "x"], { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  [["votes"], { DATA_DIR: import.meta.filename }, "DATA_DIR"],
  [["votes"], { DATA_DIR: "/proc/nope" }, "DATA_DIR"],
  [["serve"], { DATA_DIR: "/proc/nope/deeper" }, "DATA_DIR"],
  [["serve"], { DATA_DIR: import.meta.filename, DATABASE_URL: "postgres://127.0.0.1:1/x" }, "DATA_DIR"],
  [["show", "x"], { DATABASE_URL: "mysql://here" }, "DATABASE_URL"],
  [["show", "x"], { DATABASE_URL: "postgres://127.0.0.1:1/x" }, "DATABASE_URL"],
])("a wrong setting stops verbatim %j with one line that names the variable: %j", async (args, env, name) => {
  const settings = { DATA_DIR: texts.dataDir, ...env };
  const { status, stdout, stderr } = await run(args, { env: settings });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(new RegExp(`^[^\\n]*\\b${name}\\b[^\\n]*\\n$`));
});
