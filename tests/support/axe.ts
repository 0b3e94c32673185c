import axe from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/**
 * What axe objects to on a page as it stands, by rule, with the elements. Colours on their way to
 * others are brought there first: half-way they have the contrast of neither. It is sent once a page and answers in place.
 *
 * @param rule the only one of its rules that is asked; without it, all
 */
export async function objections(page: Page, rule?: string): Promise<readonly string[]> {
  if (page.frames().length > 1) throw new Error("a frame would need an axe of its own");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (only) => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
    return window.axe.run({ resultTypes: ["violations"], ...(only === undefined ? {} : { runOnly: only }) });
  }, rule);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
