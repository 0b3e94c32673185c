import { expect, it } from "vitest";
import type { Page } from "#model/page.ts";
import { readTemplate } from "#server/pages/page-template.ts";
import { createRenderHtml } from "#server/pages/render-html.ts";

const problem: Page = {
  view: "problem",
  problem: { type: "about:blank", title: "Not Found", status: 404, detail: "</script> is no way out" },
};

const renderHtml = createRenderHtml(
  {
    render: async () => ({ lang: "en", dir: "ltr", head: "", body: "<main></main>", modules: ["src/a.tsx"] }),
    template: async () => readTemplate("<html><!--head--><!--body--><!--state--></html>"),
    filesOf: (modules) => modules.map((module) => `<link href="/built-from/${module}">`).join(""),
    inline: { scripts: [], styles: [] },
    clientDir: null,
    hotReload: null,
  },
  { name: "The Paper", url: "https://paper.example" },
);

it("lets no data end the script that it stands in", async () => {
  const html = await renderHtml(problem, "/", "en");
  const [, state = ""] = /id="page">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(state)).toEqual(problem);
});

it("names the files that the page needs beside those of every page", async () => {
  expect(await renderHtml(problem, "/", "en")).toContain('<link href="/built-from/src/a.tsx">');
});
