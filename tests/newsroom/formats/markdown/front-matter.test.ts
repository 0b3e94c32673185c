import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";

const body = "The lock opens in May.\n\n“It opens in May,” said Ruth Quill, the engineer.\n";
const read = (front: string) =>
  readStory({ format: "markdown", text: `${front}\n\n${body}`, source: null, lang: null });

describe("who wrote, as systems write it", () => {
  test.each([
    ["author: Ada Berg", "Ada Berg"],
    ["author: [Ada Berg, Jon Dahl]", "Ada Berg, Jon Dahl"],
    ["authors:\n  - Ada Berg", "Ada Berg"],
    ["authors: [Ada Berg, Jon Dahl]", "Ada Berg, Jon Dahl"],
    ["authors:\n  - name: Ada Berg\n    url: /ada\n  - name: Jon Dahl", "Ada Berg, Jon Dahl"],
    ["author:\n  name: Ada Berg", "Ada Berg"],
  ])("%s", (yaml, author) => {
    expect(read(`---\ntitle: The lock\n${yaml}\n---`).author).toBe(author);
  });
});

describe("TOML", () => {
  test("is read as YAML is", () => {
    const story = read(
      '+++\ntitle = "Choir sings to the swarm"\ndate = 2025-05-19T09:30:00+02:00\nauthors = ["Ada Berg", "Jon Dahl"]\ndescription = "And the swarm listens"\n+++',
    );
    expect(story).toMatchObject({
      headline: "Choir sings to the swarm",
      datePublished: "2025-05-19T09:30:00+02:00",
      author: "Ada Berg, Jon Dahl",
      description: "And the swarm listens",
      warnings: [],
    });
  });

  test.each([
    ["date = 2025-05-19", "2025-05-19"],
    ["date = 2025-05-19T09:30:00Z", "2025-05-19T09:30:00Z"],
    ['date = "19 May 2025"', "2025-05-19"],
  ])("%s", (line, date) => {
    expect(read(`+++\ntitle = "The lock"\n${line}\n+++`).datePublished).toBe(date);
  });

  test("that is none is refused in a line", () => {
    expect(() => read("+++\ntitle = unquoted\n+++")).toThrow(/^has front matter that is not TOML: .+$/u);
  });
});

describe("what its owner is told", () => {
  test.each([
    [
      "title: No. 10 #lockgate: it is on",
      [
        "has a “title” in its front matter that ends before “#lockgate: it is on”, which YAML takes for a comment; quotation marks around it keep it",
      ],
    ],
    [
      "headline: The lock #1",
      [
        "has a “headline” in its front matter that ends before “#1”, which YAML takes for a comment; quotation marks around it keep it",
      ],
    ],
    ['title: "No. 10 #lockgate"', []],
    ["title: The lock\n# a comment of its own\nlang: en", []],
    [
      "title: The lock\ntags: [a, b]\nlayout: post",
      ["has fields in its front matter that are not used: tags, layout"],
    ],
    [
      "title: The lock\ndate: 3 days ago",
      ["has a “date” in its front matter that is no date, and goes without one: 3 days ago"],
    ],
  ])("%s", (yaml, warnings) => {
    expect(read(`---\n${yaml}\n---`).warnings).toEqual(warnings);
  });

  test("a field that stands twice is refused", () => {
    expect(() => read("---\ntitle: One\ntitle: Two\n---")).toThrow(
      "has front matter that is not YAML: “title” stands in it twice",
    );
  });
});
