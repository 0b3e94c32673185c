/**
 * Runs inline after the story, before the first paint: a linked quotation is
 * in view from the first frame. A browser would go to a fragment by itself, but
 * a fragment never reaches a server.
 */

const linked = location.hash === "" && document.querySelector("mark");
if (linked) linked.scrollIntoView({ block: "center", behavior: "instant" });
// What the first frame waited for is here: the rest of the document need not be read before it.
document.querySelector('link[rel="expect"]')?.remove();

export {};
