import { beforeFirstWords } from "#app/ui/first-words.ts";
import { isArticlePath } from "#model/addresses.ts";

const page = document.documentElement;

/**
 * Gives a story's first frame to its first screen: while the document carries
 * `data-first-screen`, neither what stands below the opening nor the voices on
 * the score's lines are laid out, which on a slow phone takes as long as all
 * else. The frame after has them, and nothing that a reader already sees moves.
 */
export function firstScreenFirst(): void {
  if (!comesToTheBeginning()) return;
  page.dataset.firstScreen = "";
  beforeFirstWords(() => setTimeout(restToo));
}

/**
 * Whoever was sent further down, or comes back to where they were, is brought
 * there by the browser, which needs the whole story for it. Its timing knows
 * the address with the text fragment that `location` keeps to itself.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
function comesToTheBeginning(): boolean {
  const [arrival] = performance.getEntriesByType("navigation");
  return (
    arrival instanceof PerformanceNavigationTiming &&
    arrival.type === "navigate" &&
    !arrival.name.includes("#") &&
    isArticlePath(location.pathname) &&
    document.visibilityState === "visible"
  );
}

function restToo(): void {
  delete page.dataset.firstScreen;
}
