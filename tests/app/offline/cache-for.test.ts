import { describe, expect, it } from "vitest";
import { cacheFor, storyOf } from "#app/offline/worker/cache-for.ts";
import { markCached } from "#app/offline/worker/mark-cached.ts";
import { offlinePage } from "#app/offline/worker/offline-page.ts";

const site = "https://verbatim.example";
const asked = (path: string, navigation = false, method = "GET") =>
  cacheFor({ method, url: new URL(path, site), navigation }, site);

describe("what a device keeps", () => {
  it.each([
    ["/", "page"],
    ["/articles/a-story", "page"],
    ["/saved", "page"],
    ["/articles/a-story?voices=s1", "page"],
    ["/articles/a-story/quotes/abc", "page"],
  ])("the page %s", (path, kind) => expect(asked(path, true)).toBe(kind));

  it.each([
    ["/api/articles?cursor=x", "data"],
    ["/api/articles/a-story", "data"],
    ["/api/articles/a-story/changes", "data"],
    ["/api/articles/a-story/further", "data"],
    ["/api/articles/a-story/quotes/abc", "permalink"],
    ["/saved", "page"],
    ["/assets/index-abc123.js", "asset"],
    ["/images/bridge-640.avif", "picture"],
  ])("what the page asks for: %s", (path, kind) => expect(asked(path)).toBe(kind));

  it.each([true, false])(
    "never votes, readers, the desk or what else is not for reading (navigation: %s)",
    (navigation) => {
      for (const path of [
        "/api/articles/a-story/vote",
        "/articles/a-story/vote",
        "/api/reader",
        "/desk",
        "/desk/articles/a-story",
        "/embed/articles/a-story/quotes/abc",
        "/articles/a-story/quotes/abc/card.png",
        "/oembed?url=x",
        "/feed.xml",
        "/healthz",
        "/api/openapi.json",
      ])
        expect(asked(path, navigation)).toBeNull();
    },
  );

  it("never what was sent, nor anything of other sites", () => {
    expect(asked("/articles/a-story", true, "POST")).toBeNull();
    expect(asked("https://elsewhere.example/assets/x.js")).toBeNull();
  });

  it("knows which story it is about", () => {
    expect(storyOf(new URL("/articles/caf%C3%A9/quotes/abc", site))).toBe("café");
    expect(storyOf(new URL("/api/articles/a-story", site))).toBe("a-story");
    expect(storyOf(new URL("/", site))).toBeNull();
  });
});

describe("a kept page", () => {
  it("says of itself since when it is kept, and is otherwise the same", async () => {
    const page = new Response('<!doctype html><html lang="en"><body>words</body></html>', {
      headers: {
        date: "Tue, 24 Nov 2026 10:00:00 GMT",
        "content-encoding": "br",
        "content-security-policy": "x",
      },
    });
    const kept = await markCached(page);
    expect(kept.headers.get("content-encoding")).toBeNull();
    expect(kept.headers.get("content-security-policy")).toBe("x");
    expect(await kept.text()).toBe(
      '<!doctype html><html data-cached="2026-11-24T10:00:00.000Z" lang="en"><body>words</body></html>',
    );
  });
});

describe("the page instead of one that was never read here", () => {
  it("offers what can be read, headlines never taken for markup", async () => {
    const page = offlinePage("en-GB", [{ path: "/articles/a", title: "1 < 2 & “so”" }]);
    expect(page.status).toBe(503);
    const { body } = new DOMParser().parseFromString(await page.text(), "text/html");
    expect(body.querySelector("h1")?.textContent).toBe("You are offline");
    expect(body.querySelector("a[href='/articles/a']")?.textContent).toBe("1 < 2 & “so”");
  });

  it.each([
    ["de-CH", "de", "ltr"],
    ["ar", "ar", "rtl"],
    ["fi", "en", "ltr"],
  ])("speaks the browser's language where it can (%s)", async (language, lang, dir) => {
    const { documentElement } = new DOMParser().parseFromString(
      await offlinePage(language, []).text(),
      "text/html",
    );
    expect([documentElement.lang, documentElement.dir]).toEqual([lang, dir]);
    expect(documentElement.querySelector("ul")).toBeNull();
  });
});
