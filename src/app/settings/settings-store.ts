import { readStored, writeStored } from "#app/storage.ts";
import {
  applySettings,
  parseSettings,
  type SettingName,
  type Settings,
  serializeSettings,
  settingsKey,
} from "./settings.ts";

/** The reader's settings as the page uses them: read, change, reset, be told. */
export interface SettingsStore {
  readonly get: () => Settings;
  readonly set: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
  /** Every setting as it was before the first choice. */
  readonly reset: () => void;
  /** Calls back after each change, on this page or another of the site's; answers with the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
}

/** Stores the settings on the device and puts them on the page. */
export function createSettingsStore(): SettingsStore {
  const listeners = new Set<() => void>();
  let settings = parseSettings(readStored(settingsKey));

  const apply = (next: Settings): void => {
    settings = next;
    applySettings(document.documentElement, settings);
    for (const listener of listeners) listener();
  };
  const choose = (next: Settings): void => {
    writeStored(settingsKey, serializeSettings(next));
    apply(next);
  };
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key === settingsKey || key === null) apply(parseSettings(newValue));
  };
  return {
    get: () => settings,
    set: (name, value) => choose({ ...settings, [name]: value }),
    reset: () => choose(parseSettings(null)),
    subscribe: (changed) => {
      if (listeners.size === 0) addEventListener("storage", hear);
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) removeEventListener("storage", hear);
      };
    },
  };
}
