import { createServer, type Server } from "node:http";
import { brotliCompressSync } from "node:zlib";
import type { Article } from "#model/article.ts";

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The page that a careful person would write by hand for one story: its words,
 * its picture, a few lines of CSS, links to its quotations, no script.
 */
export function staticPage(article: Article): string {
  const { image } = article;
  const picture =
    image?.src == null
      ? ""
      : `<figure><img src="${image.src}" width="${image.width}" height="${image.height}" alt="">
<figcaption>${escapeHtml(image.caption ?? "")} ${escapeHtml(image.credit ?? "")}</figcaption></figure>`;
  const paragraphs = article.blocks.map((block) => {
    const ids = article.quotations
      .filter((quotation) => quotation.segments[0]?.block === block.id)
      .map((quotation) => `<a id="q-${quotation.id}"></a>`)
      .join("");
    return `<p>${ids}${escapeHtml(block.text)}</p>`;
  });
  return `<!doctype html><html lang="${article.inLanguage}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(article.headline)}</title>
<style>body{font:18px/1.55 Georgia,serif;max-width:34em;margin:auto;padding:1em}img{max-width:100%;height:auto}</style>
</head><body><h1>${escapeHtml(article.headline)}</h1><p>${escapeHtml(article.description ?? "")}</p>
<time datetime="${article.datePublished ?? ""}">${article.datePublished ?? ""}</time>
${picture}${paragraphs.join("\n")}
<form method="post"><button name="enjoyed" value="yes">Yes</button><button name="enjoyed" value="no">No</button></form>
</body></html>`;
}

/** Serves the page as a static host does: compressed once; everything else comes from the site itself. */
export async function serveStatic(html: string, site: string): Promise<{ url: string; server: Server }> {
  const body = brotliCompressSync(html);
  const server = createServer((request, response) => {
    if (request.url === "/" || request.url === "/favicon.ico") {
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "br" })
        .end(body);
      return;
    }
    fetch(site + request.url)
      .then(async (answer) => {
        response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
        response.end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address to serve the page from");
  return { url: `http://127.0.0.1:${address.port}`, server };
}
