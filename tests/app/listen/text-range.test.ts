import { describe, expect, it } from "vitest";
import { textRange } from "#app/listen/text-range.ts";

function show(html: string): HTMLElement {
  const element = document.createElement("p");
  element.innerHTML = html;
  return element;
}

describe("the range of a text on the page", () => {
  const text = "“We stay,” she said. “We do.”";
  const element = show(
    '“<span>We <em>stay</em>,</span>”<a data-q="x"><b>JD</b></a> she said. “<mark>We do.</mark>”<a></a>',
  );

  it("goes over elements and past what is not the text", () => {
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= text.length; end++) {
        const shown = textRange(element, text, start, end)?.toString().replace("JD", "");
        expect(shown).toBe(text.slice(start, end));
      }
    }
  });

  it("is none where the page shows another text", () => {
    expect(textRange(show("Something else"), text, 0, 5)).toBeNull();
  });
});
