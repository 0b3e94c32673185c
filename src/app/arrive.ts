/** Runs inline after the story, before the first paint: the linked quotation is in view from the first frame. */

/** Brings what the address leads to into view: a permalink's words; at a fragment's the browser is of itself. */
function goToLinked(): void {
  const byPath = location.hash === "";
  const linked = document.querySelector(byPath ? "mark" : ":target");
  linked?.scrollIntoView({ block: byPath ? "center" : "start", behavior: "instant" });
}

if (location.hash === "") goToLinked();
/** Where the first frame stands, in pixels. */
let place = scrollY;

/** In milliseconds: a page in a tab behind others is not drawn before it comes to the front, and should be ready then. */
const patience = 250;

/** What makes the page a living one, and what moves in it, waits until its first frame is on its way. */
function letPartsOut(): void {
  const { dataset } = document.documentElement;
  // The second time there is nothing left to do.
  if (dataset.drawn !== undefined) return;
  const hasStayed = scrollY === place;
  dataset.drawn = "";
  // All of the story is laid out now: not every browser keeps the place when what is above it grows.
  if (hasStayed) goToLinked();
  const parts = document.querySelector<HTMLTemplateElement>("template#parts");
  if (parts !== null) document.body.append(parts.content);
}

function whenParsed(): void {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", letPartsOut);
  else letPartsOut();
}

requestAnimationFrame(() =>
  setTimeout(() => {
    place = scrollY;
    whenParsed();
  }),
);
setTimeout(whenParsed, patience);

export {};
