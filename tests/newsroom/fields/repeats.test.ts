import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";
import type { SourceText } from "#store/store.ts";

const paragraphs = [
  "The mill at Orrin turned again on Monday after forty years, and nobody could say who had set it going.",
  "“It began at four in the morning and it has not stopped,” said Ada Berg, who lives beside it. “I have slept through worse.”",
  "The parish council will meet on Friday to decide whom to thank, its clerk said.",
];
const html = (inside: string) =>
  `<html lang="en"><title>Mill turns</title><body><article><h1>Mill turns</h1><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>${inside}<p>${paragraphs[2]}</p></article></body></html>`;

describe("a pull quote is counted once, whatever its markup", () => {
  test.each<readonly [string, SourceText["format"], string]>([
    [
      "a class of its own",
      "html",
      html(
        '<div class="c-quote-box"><p>“It began at four in the morning and it has not stopped”</p><p>Ada Berg</p></div>',
      ),
    ],
    ["a span in a div", "html", html("<div><span>“I have slept through worse.”</span></div>")],
    [
      "a blockquote",
      "html",
      html("<blockquote><p>It began at four in the morning and it has not stopped</p></blockquote>"),
    ],
    ["other marks", "html", html("<div>‘It began at four in the morning and it has not stopped’</div>")],
    ["a heading", "html", html("<h3>“I have slept through worse”</h3>")],
    [
      "a heading and a name",
      "html",
      html("<h2>“It began at four in the morning”</h2><p>– Ada Berg, neighbour</p>"),
    ],
    [
      "Markdown",
      "markdown",
      `# Mill turns\n\n${paragraphs[0]}\n\n${paragraphs[1]}\n\n> I have slept through worse.\n\n${paragraphs[2]}\n`,
    ],
    [
      "plain text",
      "text",
      `Mill turns\n\n${paragraphs[0]}\n\n${paragraphs[1]}\n\n“I have slept through worse”\n\n${paragraphs[2]}\n`,
    ],
  ])("%s", (_, format, text) => {
    const story = readStory({ format, text, source: null, lang: null });
    expect(story.blocks.map((block) => block.text)).toEqual(paragraphs);
  });
});

describe("what is no pull quote stays", () => {
  test.each([
    [
      "a quotation that stands alone",
      "<blockquote>“We did not do it, and we are sorry that we did not.”</blockquote>",
      4,
    ],
    ["a crosshead", "<h2>Nobody could say</h2>", 4],
    ["a list that sums up", "<ul><li>The mill at Orrin turned again on Monday</li></ul>", 4],
    ["three words that come twice", "<p>“I have slept.”</p>", 4],
    [
      "a refrain",
      "<p>“And still it turns and turns and turns.”</p><p>“And still it turns and turns and turns.”</p>",
      5,
    ],
  ])("%s", (_, inside, count) => {
    const story = readStory({ format: "html", text: html(inside), source: null, lang: null });
    expect(story.blocks).toHaveLength(count);
  });
});
