import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf, quotation } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

describe("security headers", () => {
  let server: TestServer;
  const embed = `/embed/articles/story/quotes/${quotation.id}`;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("story"));
  });
  afterAll(() => server.stop());

  /** What every answer carries, whether it is drawn or read by a program. */
  const everywhere = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
  };

  const sourceHash = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

  const directives = (policy: unknown) =>
    Object.fromEntries(
      String(policy)
        .split(";")
        .map((directive) => directive.trim().split(" "))
        .map(([name = "", ...sources]) => [name, sources.join(" ")]),
    );

  test.each(["/", "/articles/story", "/articles/story/vote", "/nowhere", "/robots.txt", "/healthz"])(
    "%s is guarded",
    async (url) => {
      const { headers } = await server.app.inject({ url });
      expect(headers).toMatchObject({ ...everywhere, "x-frame-options": "DENY" });
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers.server).toBeUndefined();
      // Chromium begins a process for an origin that sends it: a wait before the first words.
      expect(headers["origin-agent-cluster"]).toBeUndefined();
      const policy = directives(headers["content-security-policy"]);
      expect(policy).toMatchObject({
        "default-src": "'none'",
        "script-src": `'self' ${sourceHash("early()")}`,
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "upgrade-insecure-requests": "",
      });
      expect(String(headers["content-security-policy"])).not.toMatch(/unsafe|\*/);
    },
  );

  test.each(["/api/articles/story", "/api/articles/story/vote", "/api/articles/%FF", "/api/nowhere"])(
    "%s shows nothing and runs nothing",
    async (url) => {
      const { headers } = await server.app.inject({ url });
      expect(headers).toMatchObject(everywhere);
      expect(directives(headers["content-security-policy"])).toEqual({
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
      });
    },
  );

  test("an embed may be framed by anybody and runs nothing but its own script", async () => {
    const { headers, body } = await server.app.inject({ url: embed });
    const policy = directives(headers["content-security-policy"]);
    expect(policy["frame-ancestors"]).toBe("*");
    expect(policy["default-src"]).toBe("'none'");
    const scripts = [...body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = ""]) =>
      sourceHash(code),
    );
    expect(scripts).toHaveLength(1);
    expect(policy["script-src"]).toBe(scripts[0]);
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(body) ?? [];
    expect(policy["style-src"]).toBe(sourceHash(style));
  });

  test("a plain http site does not promise https", async () => {
    const app = await server.again({ site: { name: "Here", url: "http://localhost:3000" } });
    const { headers } = await app.inject({ url: "/" });
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(String(headers["content-security-policy"])).not.toContain("upgrade-insecure-requests");
    const vote = await app.inject({
      method: "POST",
      url: "/api/articles/story/vote",
      payload: { enjoyed: true },
    });
    expect(String(vote.headers["set-cookie"])).toMatch(/^reader=/);
    expect(String(vote.headers["set-cookie"])).not.toContain("Secure");
  });
});
