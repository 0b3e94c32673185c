/** Runs inline after the page's words, before the first paint. */
import { bringIntoView } from "#app/ui/bring-into-view.ts";

// A linked quotation is in view from the first frame: a browser would go to a fragment by itself, but a
// fragment never reaches a server.
const linked = location.hash === "" && document.querySelector("mark");
if (linked) bringIntoView(linked);
// What the first frame waited for is here: the rest of the document need not be read before it.
document.querySelector('link[rel="expect"]')?.remove();

// The faces are named in the styles when both are here: never one of them beside the other's fallback.
void Promise.all(
  ["Serif 4", "Sans 3"].map((face) => document.fonts.load(`1em "Source ${face} Variable"`)),
).then(
  () => {
    document.documentElement.dataset.faces = "on";
  },
  () => undefined,
);
