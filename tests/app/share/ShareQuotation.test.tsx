import { act, fireEvent, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ShareQuotation } from "#app/share/ShareQuotation.tsx";
import { Sharing } from "#app/share/Sharing.tsx";
import { toasts } from "#app/share/toasts.ts";
import type { Article, Quotation } from "#model/article.ts";
import { InEnglish } from "../in-english.tsx";

const quotation: Quotation = {
  id: "abc",
  kind: "direct",
  statement: 1,
  speaker: null,
  text: "We keep it.",
  segments: [],
  cue: null,
  confidence: 1,
  attributedBy: "engine",
};
const article: Article = {
  slug: "harbour",
  url: "https://paper.example/articles/harbour",
  revision: 1,
  headline: "Harbour",
  description: null,
  datePublished: null,
  dateModified: "2024-07-12T10:00:00Z",
  author: null,
  publisher: null,
  inLanguage: "en",
  image: null,
  blocks: [],
  speakers: [],
  quotations: [quotation],
};

/** A page without TLS, where there is no clipboard and the old command is refused too. */
beforeEach(() => {
  Object.assign(document, { execCommand: () => false });
});
afterEach(() => {
  const shown = toasts.current();
  if (shown !== null) act(() => toasts.dismiss(shown.number));
});

const draw = () =>
  act(async () => {
    render(
      <Suspense>
        <ShareQuotation article={article} quotation={quotation} speaker={null} />
        <Sharing article={article} />
      </Suspense>,
      { wrapper: InEnglish },
    );
  });

describe("sharing where nothing can be copied", () => {
  test("shows what to copy by hand", async () => {
    await draw();
    fireEvent.click(await screen.findByRole("button", { name: "Copy link" }));
    const box = await screen.findByRole("textbox", { hidden: true });
    expect(box).toHaveValue("https://paper.example/articles/harbour/quotes/abc");
    expect(
      await screen.findByText(/could not be copied/, { selector: '[role="status"]' }),
    ).toBeInTheDocument();
  });

  test("offers no share sheet where there is none", async () => {
    await draw();
    await screen.findByRole("button", { name: "Copy quotation" });
    expect(screen.queryByRole("button", { name: "Share…" })).toBeNull();
    expect(screen.getByRole("link", { name: "Save picture" })).toHaveAttribute(
      "href",
      "/articles/harbour/quotes/abc/card.png?v=1",
    );
  });
});
