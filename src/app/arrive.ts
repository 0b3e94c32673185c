/** Runs inline after the story, before the first paint: the linked quotation is in view from the first frame. */

const linked = location.hash === "" && document.querySelector("mark");
if (linked) linked.scrollIntoView({ block: "center", behavior: "instant" });

/** What makes the page a living one, and what moves in it, waits until its first frame is on its way. */
function letPartsOut(): void {
  document.documentElement.dataset.drawn = "";
  const parts = document.querySelector<HTMLTemplateElement>("template#parts");
  if (parts !== null) document.body.append(parts.content);
}

requestAnimationFrame(() =>
  setTimeout(() => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", letPartsOut);
    else letPartsOut();
  }),
);

export {};
