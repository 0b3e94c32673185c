import { act, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { SettingsButton } from "#app/settings/SettingsButton.tsx";
import { settingsKey } from "#app/settings/settings.ts";
import { InEnglish } from "../in-english.tsx";

beforeAll(() => {
  // jsdom hides popovers but cannot show them.
  HTMLElement.prototype.showPopover ??= function (this: HTMLElement) {
    this.style.display = "block";
  };
});
afterEach(() => localStorage.clear());

async function openPanel(): Promise<HTMLElement> {
  await act(async () => {
    render(
      <main>
        <SettingsButton />
      </main>,
      { wrapper: InEnglish },
    );
  });
  await userEvent.click(screen.getByRole("button", { name: "Reading settings" }));
  return screen.findByRole("dialog", { name: "Reading settings" });
}

describe("the settings panel", () => {
  it("is not there before it is asked for", async () => {
    render(<SettingsButton />, { wrapper: InEnglish });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("offers every setting by name, with what holds now", async () => {
    const panel = await openPanel();
    const groups = within(panel)
      .getAllByRole("group")
      .map((group) => group.querySelector("legend")?.textContent);
    expect(groups).toEqual(["Page", "Typeface", "Lines", "Column", "Highlights", "Motion", "Language"]);
    expect(within(panel).getByRole("slider", { name: "Text size" })).toHaveAttribute(
      "aria-valuetext",
      "Normal",
    );
    expect(within(panel).getByRole("radio", { name: "Serif" })).toBeChecked();
  });

  it("changes the page at once and keeps the choice", async () => {
    const panel = await openPanel();
    await userEvent.click(within(panel).getByRole("radio", { name: "Dark" }));
    await userEvent.click(within(panel).getByRole("radio", { name: "For dyslexia" }));
    expect({ ...document.documentElement.dataset }).toMatchObject({ theme: "dark", typeface: "dyslexic" });
    expect(JSON.parse(localStorage.getItem(settingsKey) ?? "")).toEqual({
      theme: "dark",
      typeface: "dyslexic",
    });
  });

  it("goes back to how it was in one step, and says so", async () => {
    const panel = await openPanel();
    await userEvent.click(within(panel).getByRole("radio", { name: "Sepia" }));
    await userEvent.click(within(panel).getByRole("button", { name: "Back to how it was" }));
    expect({ ...document.documentElement.dataset }).toEqual({});
    expect(within(panel).getByRole("status")).toHaveTextContent("Everything is as it was.");
    expect(within(panel).getAllByRole("radio", { name: "As my device", checked: true })).toHaveLength(3);
  });

  it("has nothing that axe would object to", async () => {
    const panel = await openPanel();
    const { violations } = await axe.run(panel, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
