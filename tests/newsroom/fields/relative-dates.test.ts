import { describe, expect, test } from "vitest";
import { readDateLine, readDateValue } from "#newsroom/fields/date.ts";
import { readStory } from "#newsroom/formats/read-story.ts";
import type { SourceText } from "#store/store.ts";

const body =
  "The tide mill at Orrin turned again on Monday, and nobody in the village could say who had set it going.";
const read = (format: SourceText["format"], text: string) =>
  readStory({ format, text, source: null, lang: null });

describe("a day that is counted from another is no date", () => {
  test.each([
    ["3 hours ago", null],
    ["5 min ago", null],
    ["an hour ago", "en"],
    ["Yesterday at 16:20", null],
    ["Last updated 2 hours ago", null],
    ["Vor 3 Stunden", "de"],
    ["vor einer Stunde", "de"],
    ["gestern, 10:15 Uhr", "de"],
    ["il y a 3 heures", "fr"],
    ["hace 3 horas", "es"],
    ["há 3 horas", "pt"],
    ["3 ore fa", "it"],
    ["3 uur geleden", "nl"],
    ["för 3 timmar sedan", "sv"],
    ["3 часа назад", "ru"],
    ["3時間前", "ja"],
    ["منذ 3 ساعات", "ar"],
  ])("%s (%s)", (line, lang) => {
    expect(readDateLine(line, lang)).toMatchObject({ date: null });
    expect(readDateValue(line, lang)).toBeNull();
  });

  test.each(["12 July", "The vote was two days ago and nobody came", "Monday", "2 of 3 boats", "ago"])(
    "but is no such day at all in: %s",
    (line) => {
      expect(readDateLine(line, "en")).toBeNull();
    },
  );
});

describe("wherever it stands, it is no date, and no part of the story", () => {
  const page = (inside: string) =>
    `<html lang="en"><title>Mill turns</title><article><h1>Mill turns</h1>${inside}<p>${body}</p><p>${body}</p></article></html>`;
  test.each<readonly [string, SourceText["format"], string]>([
    ["under a byline", "text", `Mill turns\n\nBy Ada Berg\n\n3 hours ago\n\n${body}\n`],
    ["after a byline", "text", `Mill turns\n\nBy Ada Berg, 3 hours ago\n\n${body}\n`],
    ["after a bar", "text", `Mill turns\nBy Ada Berg | yesterday, 10:15\n\n${body}\n`],
    [
      "front matter",
      "markdown",
      `---\nheadline: Mill turns\nauthor: Ada Berg\ndate: 3 days ago\n---\n\n${body}\n`,
    ],
    ["a line of Markdown", "markdown", `# Mill turns\n\nBy Ada Berg, 2 days ago\n\n${body}\n`],
    ["a time element", "html", page("<p class=byline>By Ada Berg</p><time>3 hours ago</time>")],
    ["a span in a byline", "html", page('<p>By Ada Berg <span class="when">5 days ago</span></p>')],
    ["metadata", "html", page('<div class="post-meta"><span class="author">Ada Berg</span> · 2h ago</div>')],
  ])("%s", (_, format, text) => {
    const story = read(format, text);
    expect([story.headline, story.author, story.datePublished]).toEqual(["Mill turns", "Ada Berg", null]);
    for (const block of story.blocks) expect(block.text).toBe(body);
  });

  test("a page that says when it was saved is dated from then", () => {
    const saved = [
      [
        "<!--\n Page saved with SingleFile \n url: https://mill.example/a \n saved date: Sat May 18 2024 11:24:20 GMT+0100 (British Summer Time)\n-->",
        "",
      ],
      [
        "",
        "<!-- Mirrored from mill.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 18 May 2024 10:24:20 GMT -->",
      ],
      ["", "<!-- FILE ARCHIVED ON 10:24:20 May 18, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->"],
      ['<meta name="savepage-date" content="Sat May 18 2024 11:24:20 GMT+0100 (British Summer Time)">', ""],
    ] as const;
    for (const [before, after] of saved) {
      const story = read("html", `${before}${page("<time>3 hours ago</time>")}${after}`);
      expect(story.datePublished).toBe("2024-05-18");
      expect(read("html", `${before}${page("<p>By Ada Berg, yesterday</p>")}${after}`)).toMatchObject({
        author: "Ada Berg",
        datePublished: "2024-05-17",
      });
    }
  });

  test("a weekday decides what its figures leave open", () => {
    expect(readDateLine("Tue, 08/12/2025 - 10:15", null)?.date).toBe("2025-08-12");
    expect(readDateLine("Mon, 08/12/2025 - 10:15", null)?.date).toBe("2025-12-08");
  });
});
