import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openLog } from "#cli/open-log.ts";

const secret = "what nobody may read in a log";
const headers = {
  cookie: `reader=${secret}`,
  "set-cookie": [`reader=${secret}`],
  authorization: `Bearer ${secret}`,
  "idempotency-key": secret,
  "user-agent": "a browser",
};

test.each([
  ["headers", { headers }],
  ["a request", { req: { url: "/", headers } }],
  ["an error with its request", { err: Object.assign(new Error("no answer"), { request: { headers } }) }],
  ["an error with its answer's headers", { err: Object.assign(new Error("no answer"), { headers }) }],
])("%s in a line of the log: all but what is somebody's", async (_what, details) => {
  const output = new PassThrough();
  const log = openLog("info", output);
  log.info(details, "a line");
  log.child({ reqId: "req-1" }).warn(details, "a line of a request");
  output.end();
  const lines = (await text(output)).trim().split("\n");
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).not.toContain(secret);
    expect(line).toContain("[Redacted]");
    expect(JSON.parse(line)).toMatchObject({ msg: expect.stringContaining("a line") });
    expect(line).toContain("a browser");
  }
});

test("a line below the level is not written", async () => {
  const output = new PassThrough();
  openLog("warn", output).info({ headers }, "a line");
  output.end();
  expect(await text(output)).toBe("");
});
