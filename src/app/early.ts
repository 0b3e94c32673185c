import { languageParameter } from "#model/languages.ts";

/** Runs inline in the head, before the first paint: what the reader chose is there from the first frame. */

import { firstScreenFirst } from "./article/first-screen.ts";
import { keepPress } from "./article/keep-press.ts";
import { type Face, loadFaces } from "./ui/load-faces.ts";

/** The first view's faces as [family, address]; the build writes them in. */
declare const __FACES__: readonly Face[];

const page = document.documentElement;

try {
  const kept: unknown = JSON.parse(localStorage.getItem("verbatim:settings") ?? "{}");
  if (typeof kept === "object" && kept !== null)
    for (const [name, value] of Object.entries(kept))
      if (typeof value === "string") page.dataset[name] = value;
} catch {
  // Storage is closed to us: the page looks as it does for a new reader.
}
page.dataset.script = "on";
// These hold neither of the faces that stand in for ours, and each looked up in vain is a wait before the first frame.
if (/Android|Linux/.test(navigator.userAgent)) page.dataset.standIns = "none";
keepPress();
firstScreenFirst();

// A page is cached for everybody, so it is asked for by address in a language that the browser did not
// ask for; the address that readers see and share stays without it.
const address = new URL(location.href);
const { language } = page.dataset;
if (address.searchParams.has(languageParameter)) {
  address.searchParams.delete(languageParameter);
  history.replaceState(history.state, "", address);
} else if (language !== undefined && language !== page.lang) {
  page.style.visibility = "hidden";
  address.searchParams.set(languageParameter, language);
  location.replace(address);
}

loadFaces(typeof __FACES__ === "undefined" ? [] : __FACES__);
