import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

/** Every description of an object in a document, as text. */
function objectsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(objectsIn);
  return "properties" in value ? [JSON.stringify(value), ...inside] : inside;
}

describe("the API's description", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("plain"));
  });
  afterAll(() => server.stop());

  const get = (url: string) => server.app.inject({ url });

  test("is valid OpenAPI and knows every address", async () => {
    const description = (await get("/api/openapi.json")).json();
    expect(await new Validator().validate(description)).toMatchObject({ valid: true });
    expect(Object.keys(description.paths).toSorted()).toEqual([
      "/api/articles",
      "/api/articles/{slug}",
      "/api/articles/{slug}/changes",
      "/api/articles/{slug}/further",
      "/api/articles/{slug}/quotes/{id}",
      "/api/articles/{slug}/vote",
      "/api/reader",
      "/api/taken-off",
    ]);
    expect(Object.keys(description.paths["/api/articles/{slug}/vote"])).toEqual(["get", "post", "delete"]);
    const names = Object.keys(description.components.schemas);
    expect(names).toEqual(expect.arrayContaining(["Article", "VoteState"]));
    expect(names.filter((name) => name.endsWith("Input"))).toEqual([]);
    expect(names).toContain("Ballot");
    const operations = Object.values<Record<string, { operationId?: string }>>(description.paths).flatMap(
      (path) => Object.values(path).map(({ operationId }) => operationId),
    );
    expect(operations).toHaveLength(10);
    expect(operations).not.toContain(undefined);
    expect(new Set(operations).size).toBe(10);
    const { Article: described } = description.components.schemas;
    expect(described.required.toSorted()).toEqual(
      Object.keys((await get("/api/articles/plain")).json()).toSorted(),
    );
  });

  test("tells once what another method, or another address, is answered with", async () => {
    const { info, paths } = (await get("/api/openapi.json")).json();
    expect(info.description).toContain("405 and Allow");
    expect(info.description).toContain("any other address with 404");
    for (const [path, operations] of Object.entries<object>(paths)) {
      const url = path.replace("{slug}", "plain").replace("{id}", "abcdef");
      const answer = await server.app.inject({ method: "PUT", url });
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([405, "application/problem+json"]);
      const allowed = String(answer.headers.allow).split(", ");
      const described = Object.keys(operations).map((method) => method.toUpperCase());
      expect(allowed.filter((method) => method !== "HEAD").toSorted()).toEqual(described.toSorted());
    }
    expect((await get("/api/nothing")).statusCode).toBe(404);
  });

  test("is a page for people, too", async () => {
    const page = await get("/api");
    expect([page.statusCode, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.body).toContain("POST /api/articles/{slug}/vote");
    expect(page.body).toContain('href="/api/openapi.json"');
    expect(page.body).toContain("<li>200: <code>Article</code></li>");
    expect(page.body).not.toContain("Default Response");
  });

  test("describes nothing twice", async () => {
    const described = objectsIn((await get("/api/openapi.json")).json());
    expect(described.filter((one, index) => described.indexOf(one) !== index)).toEqual([]);
  });
});
