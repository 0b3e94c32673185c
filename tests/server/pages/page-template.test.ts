import { describe, expect, it } from "vitest";
import { readTemplate } from "#server/pages/page-template.ts";

const document = `<!doctype html><html lang="en"><head><!--head--></head><body><!--body--><!--state--></body></html>`;

const parts = {
  lang: "ar",
  dir: "rtl",
  head: "<title>A title</title>",
  body: "<main>$& words</main>",
  state: "<script type=application/ld+json>{}</script>",
} as const;

describe("a page's template", () => {
  it("is filled where it says, to the character", () => {
    const html = readTemplate(document)(parts);
    expect(html).toContain('<html lang="ar" dir="rtl"><head><title>A title</title>');
    expect(html).toContain("<body><main>$& words</main><script type=application/ld+json>{}</script></body>");
    expect(html).not.toContain("<!--");
  });

  it.for(["head", "body", "state"])("is refused without its place for the %s", (name) => {
    expect(() => readTemplate(document.replace(`<!--${name}-->`, ""))).toThrow(`<!--${name}-->`);
  });
});
