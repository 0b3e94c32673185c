/**
 * Runs in the head, inline and before the first paint, so that what the reader
 * chose is there from the first frame. With after-story.ts it is all that does;
 * a test holds the two to 1 kB (brotli).
 */
import { settingsKey } from "#app/settings/settings.ts";
import { readStoredEntries } from "#app/storage.ts";
import { languageParameter } from "#model/languages.ts";

const page = document.documentElement;
page.dataset.script = "on";
// Only a browser that has a sheet to share with shows the button for it.
if ("share" in navigator) page.dataset.sheet = "on";

// To the browser, what React Router showed is one document, and so it stays when one of its addresses is
// loaded anew: without React the way back from there would show the same page under another address.
const opened = location.pathname;
window.onpopstate = () => {
  if (location.pathname !== opened) location.reload();
};

for (const [name, value] of readStoredEntries(settingsKey)) {
  // Only names that are settings mean anything to the styles; others may not even be names of attributes.
  if (typeof value === "string" && /^[a-z]+$/.test(name)) page.dataset[name] = value;
}

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
