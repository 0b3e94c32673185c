import axe from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/**
 * What axe objects to on a page as it stands, by rule, with the elements, once no colour is on its way to
 * another: half-way it has the contrast of neither. All of its rules are asked. It is sent once a page and
 * answers in place: a look costs a tenth of a second, so that every width can have one.
 */
export async function objections(page: Page): Promise<readonly string[]> {
  if (page.frames().length > 1) throw new Error("a frame would need an axe of its own");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const turning = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(turning.map(({ finished }) => finished));
    return window.axe.run({ resultTypes: ["violations"] });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
