import type { BrowserContextOptions, Page } from "playwright-core";

/** How a reader reaches and presses a control. */
export interface Hand {
  readonly name: string;
  readonly reader: BrowserContextOptions;
  press(page: Page, selector: string): Promise<void>;
}

export const mouse: Hand = {
  name: "mouse",
  reader: { viewport: { width: 1280, height: 800 } },
  press: (page, selector) => page.locator(selector).first().click(),
};

export const touch: Hand = {
  name: "touch",
  reader: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  press: (page, selector) => page.locator(selector).first().tap(),
};

export const keyboard: Hand = {
  name: "keyboard",
  reader: { viewport: { width: 1280, height: 800 } },
  press: async (page, selector) => {
    await page.locator(selector).first().focus();
    await page.keyboard.press("Enter");
  },
};
