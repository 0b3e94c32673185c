import { JSDOM } from "jsdom";
import { describe, expect, it, test } from "vitest";
import type { Article } from "#model/article.ts";
import type { Permalink, PermalinkState } from "#model/permalink.ts";
import { metadataOf } from "#server/pages/metadata.ts";
import { structuredData } from "#server/pages/structured-data.ts";
import { draftOf, permalinkOf, quotation } from "#tools/support/story-draft.ts";

const site = { name: "The Paper", url: "https://paper.example" };
const successor = { ...quotation, id: "zyxwvuts7654", text: "Little is lost." };
const article: Article = {
  ...draftOf("lamp").article,
  url: `${site.url}/articles/lamp`,
  quotations: [quotation, { ...successor, statement: 2 }],
};

/** The head of a quotation's page whose words are in a state since 5 April 2026. */
function headOf(state: PermalinkState) {
  const plain = permalinkOf(quotation);
  const event = state === "verbatim" ? "published" : state;
  const permalink: Permalink = {
    ...plain,
    state,
    successor: state === "edited" ? successor.id : null,
    history: [...plain.history, { revision: 2, date: "2026-04-05T10:00:00Z", event, speaker: null, text: "" }],
  };
  const page = { view: "article", article, changes: [], further: null, permalink } as const;
  const { document } = new JSDOM(metadataOf(page, site).join("") + structuredData(page, site)).window;
  return {
    content: (name: string) =>
      document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content"),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute("href"),
    data: JSON.parse(document.querySelector("script")?.textContent ?? "") as Record<string, unknown>,
  };
}

const states = ["verbatim", "retypeset", "reattributed", "edited", "removed"] as const;

test("what a reader keeps is nobody else's to find", () => {
  expect(metadataOf({ view: "saved" }, site)).toEqual(['<meta name="robots" content="noindex">']);
});

describe("a quotation's page tells other programs", () => {
  it.each(states)("that it is its own, and no page for search engines (%s)", (state) => {
    const { canonical, content, data } = headOf(state);
    const address = `${site.url}/articles/lamp/quotes/${quotation.id}`;
    expect([canonical, content("og:url"), data["@type"], data.url]).toEqual([address, address, "Quotation", address]);
    expect(content("robots")).toBe("noindex, follow");
  });

  it.each(["verbatim", "retypeset"] as const)("nothing but who said what of %s words", (state) => {
    const { content, data } = headOf(state);
    expect(content("og:title")).toBe("Ines Marlow: “Nothing is lost,”");
    expect(content("og:description")).toBe("“Nothing is lost,” – Ines Marlow. Headline of lamp");
    expect(data).not.toHaveProperty("creativeWorkStatus");
  });

  test.each([
    ["reattributed", "Attribution corrected – ", "Since 5 April 2026 these words are attributed to Ines Marlow."],
    ["edited", "Changed since – ", "The story changed these words on 5 April 2026. It now says: “Little is lost.”"],
    ["removed", "Taken out since – ", "The story no longer has these words; they went on 5 April 2026."],
  ] as const)("what became of %s words, wherever they stand", (state, before, became) => {
    const { content, data } = headOf(state);
    expect(content("og:title")).toBe(`${before}Ines Marlow: “Nothing is lost,”`);
    expect(content("twitter:title")).toBe(content("og:title"));
    for (const name of ["description", "og:description", "twitter:description", "og:image:alt"])
      expect(content(name)).toMatch(became);
    expect(content("og:description")).toContain("Before: “Nothing is lost,” – Ines Marlow");
    expect(data.description).toBe(became);
    expect(data.creativeWorkStatus).toBe(state === "reattributed" ? undefined : "Obsolete");
  });
});
