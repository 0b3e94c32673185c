import { languages } from "#model/languages.ts";

/**
 * How a reader wants their page: a handful of choices, stored on the device.
 *
 * Each choice is an attribute of `<html>` (`data-theme="dark"`), absent where it
 * is the default; settings.css says what each one does. So a page without a
 * script, without storage or with old storage is simply the default page.
 */

/** Every setting with its options, in the order in which they are offered. */
export const settingOptions = {
  /** `system` follows the device. */
  theme: ["system", "light", "sepia", "dark"],
  /** Steps of the text's size. */
  size: ["smallest", "smaller", "normal", "larger", "large", "largest", "huge"],
  /** Height of a line. */
  leading: ["tight", "normal", "loose"],
  /** Length of a line. */
  measure: ["narrow", "normal", "wide"],
  /** `legible` is Atkinson Hyperlegible, `dyslexic` OpenDyslexic: fetched only when chosen. */
  typeface: ["serif", "sans", "legible", "dyslexic"],
  /** How strongly the voices are marked in the text. */
  highlights: ["off", "quiet", "strong"],
  /** `system` follows the device. */
  motion: ["system", "off"],
  /** The interface's, `system` being what the browser prefers; a story keeps its own. */
  language: ["system", ...languages],
} as const;

export type SettingName = keyof typeof settingOptions;

/** One option of each setting. */
export type Settings = { readonly [Name in SettingName]: (typeof settingOptions)[Name][number] };

/** A new reader's page. */
export const defaultSettings: Settings = {
  theme: "system",
  size: "normal",
  leading: "normal",
  measure: "normal",
  typeface: "serif",
  highlights: "quiet",
  motion: "system",
  language: "system",
};

/** Where the choices that differ from the default are stored, as JSON. */
export const settingsKey = "verbatim:settings";

const names = Object.keys(settingOptions) as SettingName[];

/** Reads settings from what was stored; anything missing, unknown or broken is the default. */
export function parseSettings(stored: string | null): Settings {
  let values: Partial<Record<SettingName, unknown>> = {};
  try {
    values = Object(JSON.parse(stored ?? "{}"));
  } catch {
    // Somebody else's text under our key: as good as none.
  }
  const parsed = names.map((name) => {
    const options: readonly string[] = settingOptions[name];
    return [name, options.find((option) => option === values[name]) ?? defaultSettings[name]];
  });
  return Object.fromEntries(parsed) as Settings;
}

/** What is worth keeping: the choices that differ from the default, as JSON; null when there are none. */
export function serializeSettings(settings: Settings): string | null {
  const chosen = names.filter((name) => settings[name] !== defaultSettings[name]);
  if (chosen.length === 0) return null;
  return JSON.stringify(Object.fromEntries(chosen.map((name) => [name, settings[name]])));
}

/** Puts settings on the page: an attribute for each choice that differs from the default. */
export function applySettings(root: HTMLElement, settings: Settings): void {
  for (const name of names) {
    if (settings[name] === defaultSettings[name]) delete root.dataset[name];
    else root.dataset[name] = settings[name];
  }
}
