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

/**
 * Keeps the settings in the window's storage and on its page. Where storage is
 * closed (a private window, a full disk) a choice holds as long as the page.
 */
export function createSettingsStore(window: Window): SettingsStore {
  const root = window.document.documentElement;
  const listeners = new Set<() => void>();
  let settings = parseSettings(readKept(window));

  const settle = (next: Settings): void => {
    settings = next;
    applySettings(root, settings);
    for (const listener of listeners) listener();
  };
  const choose = (next: Settings): void => {
    keep(window, serializeSettings(next));
    settle(next);
  };
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key === settingsKey || key === null) settle(parseSettings(newValue));
  };
  return {
    get: () => settings,
    set: (name, value) => choose({ ...settings, [name]: value }),
    reset: () => choose(parseSettings(null)),
    subscribe: (changed) => {
      if (listeners.size === 0) window.addEventListener("storage", hear);
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) window.removeEventListener("storage", hear);
      };
    },
  };
}

function readKept(window: Window): string | null {
  try {
    return window.localStorage.getItem(settingsKey);
  } catch {
    return null;
  }
}

function keep(window: Window, kept: string | null): void {
  try {
    if (kept === null) window.localStorage.removeItem(settingsKey);
    else window.localStorage.setItem(settingsKey, kept);
  } catch {
    // The choice holds for this page; there is nothing better to do.
  }
}
