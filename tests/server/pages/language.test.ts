import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf } from "#tools/support/story-draft.ts";
import { startServer, type TestServer } from "../support.ts";

describe("the language of a page", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer("SQLite");
    await server.store.articles.save(draftOf("story"));
  });
  afterAll(() => server.stop());

  const read = async (url: string, acceptLanguage?: string) => {
    const headers = acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage };
    return server.app.inject({ url, headers });
  };
  const languageOf = async (url: string, acceptLanguage?: string) =>
    (await read(url, acceptLanguage)).headers["content-language"];

  test.each([
    [undefined, "en"],
    ["", "en"],
    ["*", "en"],
    ["en-US,en;q=0.9", "en"],
    ["de", "de"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["fr-FR,fr;q=0.9", "en"],
    ["fr, ar-EG;q=0.8, de;q=0.5", "ar"],
    ["en;q=0.4, DE;q=0.6", "de"],
    ["de;q=0, ar", "ar"],
    ["not a language at all;;q=", "en"],
  ])("for %j is %s", async (header, language) => {
    expect(await languageOf("/articles/story", header)).toBe(language);
    expect(await languageOf("/", header)).toBe(language);
  });

  test("is the one in its address before the browser's", async () => {
    expect(await languageOf("/articles/story?lang=ar", "de")).toBe("ar");
    expect(await languageOf("/articles/story?lang=xx", "de")).toBe("de");
    expect(await languageOf("/articles/story?voices=s1&lang=en", "de")).toBe("en");
  });

  test("is told to caches, which keep one page a language and no cookie", async () => {
    const [english, german] = [await read("/articles/story"), await read("/articles/story", "de")];
    for (const { headers } of [english, german]) {
      expect(headers.vary).toBe("Accept-Encoding, Accept-Language");
      expect(headers["cache-control"]).toContain("public");
      expect(headers["set-cookie"]).toBeUndefined();
    }
    expect((await read("/api/articles/story", "de")).headers.vary).toBe("Accept-Encoding");
  });

  test("is kept apart by the server too, whoever asked first", async () => {
    const asked = ["de", "en", "de", "ar"];
    const answers = [];
    for (const language of asked) answers.push(await languageOf("/articles/story", language));
    expect(answers).toEqual(asked);
  });
});
