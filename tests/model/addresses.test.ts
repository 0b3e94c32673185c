import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  articlePath,
  embedPath,
  namedBy,
  quotationOfFragment,
  quotationPath,
  unescaped,
} from "#model/addresses.ts";

const at = (path: string) => namedBy(new URL(path, "https://paper.example"));

describe("an address", () => {
  test.each([
    "the-lamp",
    "الميناء-يُبقي-على-عبّارته",
    "הנמל-שומר",
    "ещё-один-паром",
    "το-λιμάνι",
    "海港保留渡轮",
    "बंदरगाह-ने-नौका",
    "50%-of-it",
    "%d8%a7",
  ])("of %s names it again, once escaped and once unescaped", (slug) => {
    expect(at(articlePath(slug))).toEqual({ slug, quotation: null });
    expect(at(quotationPath(slug, "abc-2"))).toEqual({ slug, quotation: "abc-2" });
    expect(at(embedPath(slug, "abc-2"))).toEqual({ slug, quotation: "abc-2" });
    expect(at(`${articlePath(slug)}#q-abc-2`)).toEqual({ slug, quotation: "abc-2" });
    expect(at(`${articlePath(slug)}/?from=mail`)).toEqual({ slug, quotation: null });
  });

  it("names whatever it was made for", () => {
    const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(name, name, (slug, quotation) => {
        expect(at(quotationPath(slug, quotation))).toEqual({ slug, quotation });
      }),
    );
  });

  test.each([
    "/",
    "/articles",
    "/articles/",
    "/articles/a/vote",
    "/articles/%ff",
    "/articles/a/quotes/%",
    "/record/a",
  ])("%s names no story", (path) => expect(at(path)).toBeNull());
});

test("a fragment that is escaped wrongly points to nothing", () => {
  expect(quotationOfFragment("#q-%")).toBeNull();
  expect(quotationOfFragment("#q-")).toBeNull();
  expect(quotationOfFragment("#b3")).toBeNull();
  expect(quotationOfFragment("#q-abc")).toBe("abc");
  expect(unescaped("%D8%A7")).toBe("ا");
});
