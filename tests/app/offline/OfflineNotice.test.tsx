import { act, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OfflineNotice } from "#app/offline/OfflineNotice.tsx";
import { InEnglish } from "../in-english.tsx";

afterEach(() => {
  delete document.documentElement.dataset.cached;
  vi.restoreAllMocks();
});

const show = (path: string) =>
  act(async () => {
    render(
      <MemoryRouter initialEntries={[path]}>
        <OfflineNotice />
      </MemoryRouter>,
      { wrapper: InEnglish },
    );
  });

describe("the offline notice", () => {
  it("is nothing while the page is fresh", async () => {
    await show("/articles/a");
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("says of a kept story that it is one, and since when", async () => {
    document.documentElement.dataset.cached = "2026-11-24T10:00:00.000Z";
    await show("/articles/a");
    expect(await screen.findByRole("status")).toHaveTextContent(
      /You are offline\. This is the story as you last read it, on 24 November 2026/,
    );
  });

  it("says of what a reader kept that they are offline, and no more", async () => {
    document.documentElement.dataset.cached = "2026-11-24T10:00:00.000Z";
    await show("/saved");
    expect(await screen.findByRole("status")).toHaveTextContent(/^You are offline\. Stories that you have/);
  });

  it("says so when the network goes away, and is gone when it is back", async () => {
    await show("/articles/a");
    const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await act(async () => dispatchEvent(new Event("offline")));
    expect(await screen.findByRole("status")).toHaveTextContent("You are offline.");
    onLine.mockReturnValue(true);
    await act(async () => dispatchEvent(new Event("online")));
    expect(screen.queryByRole("status")).toBeNull();
  });
});
