import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { Article } from "#model/article.ts";
import { escapeHtml } from "#text/escape-html.ts";
import { it as onSite } from "../support/on-site.ts";

/** Another site, which shows in a page whatever it is given. */
// biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs
const it = onSite.extend("elsewhere", { scope: "file" }, async ({}, { onCleanup }) => {
  const server = createServer((request, response) => {
    const body = new URL(request.url ?? "/", "http://elsewhere.invalid").searchParams.get("body") ?? "";
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><title>Elsewhere</title><body style="margin:0">${body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onCleanup(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return (body: string) => `http://127.0.0.1:${port}/?body=${encodeURIComponent(body)}`;
});

const longest = ({ quotations }: Article) => {
  const [found] = quotations.toSorted((a, b) => b.text.length - a.text.length);
  if (found === undefined) throw new Error("the story has no quotation");
  return found;
};

/** A frame as WordPress shows those of other sites, and what its script does with their messages. */
const wordpress = (address: string) => `
  <iframe sandbox="allow-scripts" security="restricted" width="500" height="282"
    src="${escapeHtml(address)}#?secret=a1B2c3D4e5" data-secret="a1B2c3D4e5"></iframe>
  <script>
    const frame = document.querySelector("iframe");
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow || data.secret !== frame.dataset.secret) return;
      if (data.message === "height") frame.height = Math.max(200, Math.min(1000, data.value));
      const here = document.activeElement === frame && new URL(data.value, location).host === new URL(frame.src).host;
      if (data.message === "link" && here) top.location.href = data.value;
    });
  </script>`;

it.for(["a quotation", "a story"])(
  "%s in WordPress's frame is as high as it needs, and its link leads here",
  async (what, { site, story, elsewhere, newPage }) => {
    const path = new URL(story.url).pathname + (what === "a story" ? "" : `/quotes/${longest(story).id}`);
    for (const width of [390, 1280]) {
      const page = await newPage({ viewport: { width, height: 900 } });
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.goto(elsewhere(wordpress(`${site.url}/embed${path}`)));
      const inside = page.frameLocator("iframe");
      await inside.locator("footer").waitFor();
      const missing = () =>
        inside
          .locator("html")
          .evaluate((html) => Math.abs(html.ownerDocument.body.getBoundingClientRect().height - innerHeight));
      await expect.poll(missing).toBeLessThanOrEqual(1);
      await expect.poll(() => page.locator("iframe").getAttribute("height")).not.toBe("282");
      if (what === "a story") {
        const picture = inside.locator("img");
        await expect
          .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
          .toBeGreaterThan(0);
      }
      await inside.locator("a").first().click();
      await page.waitForURL(site.url + path);
      expect(complaints).toEqual([]);
    }
  },
);

it("in a frame that is too low is set smaller until it fits", async ({ site, story, elsewhere, newPage }) => {
  const address = `${site.url}/embed${new URL(story.url).pathname}/quotes/${longest(story).id}`;
  const page = await newPage();
  await page.goto(elsewhere(`<iframe src="${address}" width="600" height="1000"></iframe>`));
  const inside = page.frameLocator("iframe");
  const needed = await inside
    .locator("body")
    .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await page
    .locator("iframe")
    .evaluate((frame, height) => frame.setAttribute("height", String(height)), needed - 60);
  const fits = () => inside.locator("html").evaluate((html) => html.scrollHeight <= innerHeight);
  await expect.poll(fits).toBe(true);
  // And as large as ever where there is room again.
  await page.locator("iframe").evaluate((frame) => frame.setAttribute("height", "1000"));
  await expect.poll(() => inside.locator("html").evaluate((html) => html.style.fontSize)).toBe("");
});

it("the height that oEmbed names is enough for every quotation and story", async ({
  site,
  story,
  newPage,
}) => {
  const page = await newPage();
  for (const url of [story.url, ...story.quotations.map(({ id }) => `${story.url}/quotes/${id}`)]) {
    const answer = await fetch(`${site.url}/oembed?url=${encodeURIComponent(url)}`);
    const { width, height } = (await answer.json()) as { width: number; height: number };
    await page.setViewportSize({ width, height });
    await page.goto(url.replace("/articles/", "/embed/articles/"));
    const needed = await page.locator("body").evaluate((body) => body.getBoundingClientRect().height);
    expect([url, needed <= height, height - needed < 250]).toEqual([url, true, true]);
  }
});
