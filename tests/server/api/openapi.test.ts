import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

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
    expect(names).not.toContain("ArticleInput");
    const { Article: described } = description.components.schemas;
    expect(described.required.toSorted()).toEqual(
      Object.keys((await get("/api/articles/plain")).json()).toSorted(),
    );
  });
});
