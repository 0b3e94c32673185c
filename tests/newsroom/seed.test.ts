import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { prepareRevision } from "#newsroom/ingest/prepare-revision.ts";
import { readSource } from "#newsroom/reading/read-source.ts";
import type { SourceText } from "#store/store.ts";

const path = join(import.meta.dirname, "../../../shared/seed/private-sector-key.txt");
const isThere = existsSync(path);

describe.skipIf(!isThere)("the seed story (skipped where ../shared/seed is absent)", () => {
  const text = isThere ? readFileSync(path, "utf8") : "";
  const lines = text.split(/\n\s*\n/u).map((line) => line.trim());
  const html = (line: string) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

  const articleOf = (format: SourceText["format"], source: string) => {
    const sourceText: SourceText = { format, text: source, source: null, overrides: {} };
    const read = readSource({ ...sourceText, lang: null });
    const draft = prepareRevision({
      slug: "seed",
      previous: null,
      sourceText,
      read,
      picture: null,
      corrections: [],
      isSample: false,
      now: "2026-01-01T00:00:00Z",
    });
    if (draft === null) throw new Error("nothing to publish");
    return draft.article;
  };

  test("gives its fields, and no block holds the credit or the prompt", () => {
    const article = articleOf("text", text);
    expect(article).toMatchObject({
      headline: lines[0],
      datePublished: "2018-07-12",
      description: lines[2],
      image: { caption: "Matthew Taylor CIPFA 2018", credit: "Rafa Bastos" },
    });
    expect(article.blocks.map((block) => block.text)).toEqual(lines.slice(5, -1));
  });

  test("gives twelve quotations, in order, exact, by two speakers", () => {
    const { quotations, speakers } = articleOf("text", text);
    const words = [
      ...lines
        .slice(5)
        .join("\n")
        .matchAll(/“([^”]+)”/gu),
    ].map(([, inside]) => inside);
    expect(quotations.map((quotation) => quotation.text)).toEqual(words);
    expect(speakers.map(({ name, role }) => [name, role])).toEqual([
      ["Matthew Taylor", "chief executive of the RSA"],
      ["Joanna Davinson", "chief digital, data and technology officer at the Home Office"],
    ]);
    expect(quotations.map(({ speaker }) => speaker)).toEqual([
      ...Array<string>(5).fill("s1"),
      ...Array<string>(7).fill("s2"),
    ]);
  });

  test("is the same article, quotations and ids as Markdown and as HTML", () => {
    const article = articleOf("text", text);
    expect(articleOf("markdown", `# ${lines.join("\n\n")}\n`)).toEqual(article);
    const [headline = "", ...rest] = lines;
    const page = `<!doctype html><html><head><title>${html(headline)}</title></head><body><article><h1>${html(headline)}</h1>${rest.map((line) => `<p>${html(line)}</p>`).join("\n")}</article></body></html>`;
    expect(articleOf("html", page)).toEqual(article);
  });

  test("is the same with its fields in front matter, or in a page's own markup", () => {
    const { quotations, blocks } = articleOf("text", text);
    const body = lines.slice(5, -1);
    const markdown = `---\nheadline: "${lines[0]}"\ndate: ${lines[1]}\ndescription: "${lines[2]}"\ncaption: ${lines[3]}\ncredit: Rafa Bastos\n---\n\n${body.join("\n\n")}\n`;
    const page = `<html><head><meta property="og:title" content="${lines[0]}"><meta name="date" content="2018-07-12"><meta name="description" content="${lines[2]}"></head><body><nav>Home</nav><main><article><h1>${lines[0]}</h1><p class="standfirst">${lines[2]}</p><figure><img src="x.jpg"><figcaption>${lines[3]} <span class="credit">Photo: Rafa Bastos</span></figcaption></figure>${body.map((line) => `<p>${html(line)}</p>`).join("")}<p>Did you enjoy this article?</p></article></main><footer>About us</footer></body></html>`;
    for (const article of [articleOf("markdown", markdown), articleOf("html", page)]) {
      expect(article).toMatchObject({
        headline: lines[0],
        description: lines[2],
        datePublished: "2018-07-12",
        image: { caption: lines[3], credit: "Rafa Bastos" },
      });
      expect(article.blocks).toEqual(blocks);
      expect(article.quotations).toEqual(quotations);
    }
  });
});
