import { describe, expect, it } from "vitest";
import type { Page, RenderedPage } from "#model/page.ts";
import { readTemplate } from "#server/pages/page-template.ts";

const document = `<!doctype html><html lang="en"><head><!--head--><style>p{margin:0}</style><style data-view="front">h2{margin:0}</style><style data-view="problem">h1{margin:0}</style></head><body><!--body--><!--state--><template id="parts"><!--parts--></template></body></html>`;

const problem: Page = {
  view: "problem",
  problem: { type: "about:blank", title: "Not Found", status: 404, detail: "</script> is no way out" },
};
const front: Page = { view: "front", articles: { articles: [], next: null } };

const rendered: RenderedPage = {
  lang: "ar",
  dir: "rtl",
  head: "<title>A title</title>",
  body: "<main>$& words</main>",
  tail: "<script type=application/ld+json>{}</script>",
  parts: '<link rel="modulepreload" href="/a.js">',
};

describe("a page's template", () => {
  it("is filled where it says, to the character", () => {
    const html = readTemplate(document)(problem, rendered);
    expect(html).toContain('<html lang="ar" dir="rtl"><head><title>A title</title>');
    expect(html).toContain("<body><main>$& words</main><script");
    expect(html).toContain('<template id="parts"><link rel="modulepreload" href="/a.js"></template>');
    expect(html).not.toContain("<!--");
  });

  it("holds the styles of every page and of its own view, and of no other", () => {
    const styles = (page: Page) =>
      [...readTemplate(document)(page, rendered).matchAll(/<style[^>]*>(.*?)<\/style>/g)].map(([, css]) => css);
    expect(styles(front)).toEqual(["p{margin:0}", "h2{margin:0}"]);
    expect(styles(problem)).toEqual(["p{margin:0}", "h1{margin:0}"]);
  });

  it("lets no data end the script that it stands in", () => {
    const [, state = ""] = /id="page">(.*?)<\/script>/.exec(readTemplate(document)(problem, rendered)) ?? [];
    expect(JSON.parse(state)).toEqual(problem);
  });

  it.for(["head", "body", "state", "parts"])("is refused without its place for the %s", (name) => {
    expect(() => readTemplate(document.replace(`<!--${name}-->`, ""))).toThrow(`<!--${name}-->`);
  });
});
