import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf, permalinkOf, quotation } from "#tools/support/story-draft.ts";
import { siteUrl, startServer, type TestServer } from "../support.ts";

const id = quotation.id;

describe("a quotation on another site", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer("SQLite");
    const { articles } = server.store;
    await articles.save(draftOf("plain"));
    await articles.save(
      draftOf("marked", {
        headline: "Profit & loss: <b>“bold”</b> moves",
        description: "A standfirst & more",
      }),
    );
    await articles.save({
      ...draftOf("edited"),
      permalinks: [
        {
          ...permalinkOf(quotation),
          state: "edited",
          successor: "zyxwvuts7654",
          diff: [
            { op: "delete", text: "Nothing" },
            { op: "insert", text: "Something" },
            { op: "equal", text: " is lost," },
          ],
          history: [{ revision: 2, date: "2026-04-05T10:00:00Z", event: "edited", speaker: null, text: "" }],
        },
      ],
    });
    await articles.save({
      ...draftOf("gone"),
      permalinks: [{ ...permalinkOf(quotation), state: "removed" }],
    });
  });
  afterAll(() => server.stop());

  const get = (url: string) => server.app.inject({ url });
  const oembed = (url: string, more = "") => get(`/oembed?url=${encodeURIComponent(url)}${more}`);

  test.each([
    ["its path", `${siteUrl}/articles/plain/quotes/${id}`],
    ["its fragment", `${siteUrl}/articles/plain#q-${id}`],
    ["its path with a query", `${siteUrl}/articles/plain/quotes/${id}?utm=1`],
  ])("oEmbed knows a quotation by %s", async (_how, url) => {
    const answer = await oembed(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toMatch(/^application\/json/);
    const rich = answer.json();
    expect(rich).toMatchObject({
      version: "1.0",
      type: "rich",
      provider_name: "The Paper",
      provider_url: `${siteUrl}/`,
      author_name: "Ines Marlow",
      width: 600,
      thumbnail_url: `${siteUrl}/articles/plain/quotes/${id}/card.png?v=1`,
    });
    expect(rich.html).toContain(`<iframe src="${siteUrl}/embed/articles/plain/quotes/${id}"`);
    expect(rich.title).toContain("Nothing is lost,");
  });

  test("oEmbed keeps within the room it is given", async () => {
    const rich = (
      await oembed(`${siteUrl}/articles/plain/quotes/${id}`, "&maxwidth=320&maxheight=180")
    ).json();
    expect([rich.width, rich.height]).toEqual([320, 180]);
    expect(rich.html).toContain('width="320" height="180"');
    expect(rich.thumbnail_url).toBeUndefined();
  });

  test.each([
    ["another site", `https://evil.example/articles/plain/quotes/${id}`, "", 404],
    ["an unknown story", `${siteUrl}/articles/nowhere`, "", 404],
    ["another page", `${siteUrl}/articles/plain/vote`, "", 404],
    ["an unknown quotation", `${siteUrl}/articles/plain/quotes/nothing`, "", 404],
    ["no address", "quotation", "", 404],
    ["a broken escape", `${siteUrl}/articles/%ff/quotes/x`, "", 404],
    ["XML", `${siteUrl}/articles/plain/quotes/${id}`, "&format=xml", 501],
    ["no room at all", `${siteUrl}/articles/plain/quotes/${id}`, "&maxwidth=0", 400],
  ])("oEmbed refuses %s", async (_what, url, more, status) => {
    const answer = await oembed(url, more);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
  });

  test("oEmbed of a plain http site knows an address by whatever name the site was called", async () => {
    const app = await server.again({ site: { name: "The Paper", url: "http://localhost:3000" } });
    const ask = (host: string) =>
      app.inject({
        url: `/oembed?url=${encodeURIComponent(`http://127.0.0.1:3000/articles/plain/quotes/${id}`)}`,
        headers: { host },
      });
    expect((await ask("127.0.0.1:3000")).statusCode).toBe(200);
    expect((await ask("localhost:3000")).statusCode).toBe(404);
    await app.close();
  });

  test("oEmbed without an address is a 400", async () => {
    expect((await get("/oembed")).statusCode).toBe(400);
  });

  test("oEmbed of a story is its headline, picture and frame", async () => {
    const image = {
      src: "/images/pier.jpg",
      width: 800,
      height: 600,
      caption: null,
      credit: null,
      alt: "A pier",
    };
    await server.store.articles.save(
      draftOf("pictured", { image: { ...image, sources: [] }, description: "A standfirst" }),
    );
    const rich = (await oembed(`${siteUrl}/articles/pictured`)).json();
    expect(rich).toMatchObject({
      type: "rich",
      title: "Headline of pictured",
      author_name: "Ada Pell",
      thumbnail_url: `${siteUrl}/images/pier.jpg`,
      thumbnail_width: 800,
    });
    expect(rich.html).toContain(`<iframe src="${siteUrl}/embed/articles/pictured"`);
    const frame = await get("/embed/articles/pictured");
    expect(frame.statusCode).toBe(200);
    expect(String(frame.headers["content-security-policy"])).toContain("frame-ancestors *");
    expect(frame.body).toContain(`src="${siteUrl}/images/pier.jpg" alt="A pier" width="800" height="600"`);
    expect(frame.body).toContain(`<a href="${siteUrl}/articles/pictured"`);
    for (const told of ["Headline of pictured", "A standfirst", "Ines Marlow", "<rect", "4 March 2026"])
      expect(frame.body).toContain(told);
    expect((await get("/embed/articles/nowhere")).statusCode).toBe(404);
  });

  test.each([
    ["en", "Speaker not named"],
    ["tr", "Not attributed"],
  ])("a story's score in “%s” calls those whom nobody is named for “%s”", async (inLanguage, told) => {
    await server.store.articles.save(
      draftOf(`unnamed-${inLanguage}`, { inLanguage, quotations: [{ ...quotation, speaker: null }] }),
    );
    expect((await get(`/embed/articles/unnamed-${inLanguage}`)).body).toContain(told);
  });

  test("carries the whole statement that the quotation is a piece of", async () => {
    const second = {
      ...quotation,
      id: "second",
      text: "and nobody asks.",
      segments: [{ block: "b1", start: 33, end: 49 }],
    };
    const text = "“Nothing is lost,” Marlow said, “and nobody asks.”";
    const block = { id: "b1", type: "paragraph" as const, text, inlines: [], level: null, ordered: null };
    await server.store.articles.save(draftOf("pieces", { blocks: [block], quotations: [quotation, second] }));
    for (const piece of [id, "second"]) {
      const { body } = await get(`/embed/articles/pieces/quotes/${piece}`);
      expect(body).toContain("“Nothing is lost, and nobody asks.”");
      const { title } = (await oembed(`${siteUrl}/articles/pieces/quotes/${piece}`)).json();
      expect(title).toBe("Ines Marlow: “Nothing is lost, and nobody asks.”");
    }
  });

  test("an embed shows the words, who said them, and the way back; only its own script runs", async () => {
    const { body, statusCode, headers } = await get(`/embed/articles/marked/quotes/${id}`);
    expect(String(headers["content-security-policy"])).toMatch(/script-src 'sha256-[^']+';/);
    expect(statusCode).toBe(200);
    expect(body).toContain("“Nothing is lost,”");
    expect(body).toContain("Ines Marlow");
    expect(body).toContain(`href="${siteUrl}/articles/marked/quotes/${id}"`);
    expect(body).toContain("Profit &amp; loss: &lt;b&gt;“bold”&lt;/b&gt; moves");
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toMatch(/\son\w+=|\sstyle=/);
    expect(Buffer.byteLength(body)).toBeLessThan(6_000);
  });

  test("an embed of changed words shows the change and its date", async () => {
    const { body } = await get(`/embed/articles/edited/quotes/${id}`);
    expect(body).toContain("<del>Nothing</del><ins>Something</ins> is lost,");
    expect(body).toContain("changed these words on 5 April 2026");
  });

  test("an embed of words that changed hands twice says whose they were first, and since when not", async () => {
    const permalink = permalinkOf(quotation);
    const speaker = (name: string) => ({
      id: "s1",
      name,
      role: null,
      kind: "person" as const,
      introduced: null,
    });
    const event = (revision: number, name: string) => ({
      revision,
      date: `2026-04-0${revision}T10:00:00Z`,
      event: revision === 1 ? ("published" as const) : ("reattributed" as const),
      speaker: speaker(name),
      text: quotation.text,
    });
    await server.store.articles.save({
      ...draftOf("handed-on"),
      permalinks: [
        {
          ...permalink,
          state: "reattributed",
          speaker: speaker("Ines"),
          history: [event(1, "Ada"), event(2, "Tom"), event(3, "Ines")],
        },
      ],
    });
    const { body } = await get(`/embed/articles/handed-on/quotes/${id}`);
    expect(body).toContain(
      "Since 3 April 2026 these words are attributed to Ines. They were first given to Ada.",
    );
  });

  test("an embed of removed words says so, with 410; an unknown one is a small page with 404", async () => {
    const gone = await get(`/embed/articles/gone/quotes/${id}`);
    expect(gone.statusCode).toBe(410);
    expect(gone.body).toContain("<del>“Nothing is lost,”</del>");
    const unknown = await get("/embed/articles/gone/quotes/unknown");
    expect(unknown.statusCode).toBe(404);
    expect(unknown.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(unknown.body).toContain(`href="${siteUrl}/articles/gone"`);
    expect(String(unknown.headers["content-security-policy"])).toContain("frame-ancestors *");
  });
});
