/** Runs inline after the story, before the first paint: the linked quotation is in view from the first frame. */

const linked = location.hash === "" && document.querySelector("mark");
if (linked) {
  linked.scrollIntoView({ block: "center", behavior: "instant" });
  // What the first frame waited for is here: the rest of the page need not be read before it.
  document.querySelector('link[rel="expect"]')?.remove();
}

/** In milliseconds: a page in a tab behind others is not drawn before it comes to the front, and should be ready then. */
const patience = 250;

/** What makes the page a living one, and what moves in it, waits until its first frame is on its way. */
function letPartsOut(): void {
  const page = document.documentElement;
  page.dataset.drawn = "";
  // Where no frame came that would have said so.
  delete page.dataset.firstScreen;
  const parts = document.querySelector<HTMLTemplateElement>("template#parts");
  // The second time there is nothing left in it.
  if (parts !== null) document.body.append(parts.content);
}

function whenParsed(): void {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", letPartsOut);
  else letPartsOut();
}

requestAnimationFrame(() => setTimeout(whenParsed));
setTimeout(whenParsed, patience);

export {};
