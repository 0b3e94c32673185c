/** Runs inline in the head, before the first paint: what the reader chose is there from the first frame. */

import { applySettings, parseSettings, settingsKey } from "./settings/settings.ts";

try {
  applySettings(document.documentElement, parseSettings(localStorage.getItem(settingsKey)));
} catch {
  // Storage is closed to us: the page looks as it does for a new reader.
}
document.documentElement.dataset.script = "on";
