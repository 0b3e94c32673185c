import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  applySettings,
  defaultSettings,
  parseSettings,
  type Settings,
  serializeSettings,
  settingOptions,
  settingsKey,
} from "#app/settings/settings.ts";
import { createSettingsStore } from "#app/settings/settings-store.ts";

const anySettings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom(...settingOptions.theme),
  size: fc.constantFrom(...settingOptions.size),
  leading: fc.constantFrom(...settingOptions.leading),
  measure: fc.constantFrom(...settingOptions.measure),
  typeface: fc.constantFrom(...settingOptions.typeface),
  highlights: fc.constantFrom(...settingOptions.highlights),
  motion: fc.constantFrom(...settingOptions.motion),
  language: fc.constantFrom(...settingOptions.language),
});

afterEach(() => {
  localStorage.clear();
  applySettings(document.documentElement, defaultSettings);
});

describe("settings", () => {
  it("are read as they were kept", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(parseSettings(serializeSettings(settings))).toEqual(settings);
      }),
    );
  });

  it("are the default whatever else stands in their place", () => {
    for (const broken of [null, "", "nonsense", "null", "[]", '"dark"', '{"theme":"plaid"}', '{"size":7}']) {
      expect(parseSettings(broken)).toEqual(defaultSettings);
    }
    fc.assert(
      fc.property(fc.json(), (kept) => {
        const settings = parseSettings(kept);
        for (const [name, options] of Object.entries(settingOptions)) {
          expect(options).toContain(settings[name as keyof Settings]);
        }
      }),
    );
  });

  it("leave nothing behind when they are the default", () => {
    expect(serializeSettings(defaultSettings)).toBeNull();
    const root = document.createElement("html");
    applySettings(root, { ...defaultSettings, theme: "dark", typeface: "dyslexic" });
    expect({ ...root.dataset }).toEqual({ theme: "dark", typeface: "dyslexic" });
    applySettings(root, defaultSettings);
    expect({ ...root.dataset }).toEqual({});
  });
});

describe("the store of settings", () => {
  it("puts a choice on the page, keeps it and tells of it", () => {
    const store = createSettingsStore();
    const told = vi.fn();
    const stop = store.subscribe(told);
    store.set("theme", "sepia");
    expect(document.documentElement.dataset.theme).toBe("sepia");
    expect(createSettingsStore().get().theme).toBe("sepia");
    expect(told).toHaveBeenCalledOnce();
    stop();
  });

  it("resets everything in one step", () => {
    const store = createSettingsStore();
    store.set("theme", "sepia");
    store.set("size", "huge");
    store.reset();
    expect(store.get()).toEqual(defaultSettings);
    expect(localStorage.getItem(settingsKey)).toBeNull();
    expect({ ...document.documentElement.dataset }).toEqual({});
  });

  it("follows a choice made on another page of the site", () => {
    const store = createSettingsStore();
    const stop = store.subscribe(() => undefined);
    dispatchEvent(new StorageEvent("storage", { key: settingsKey, newValue: '{"theme":"dark"}' }));
    expect(store.get().theme).toBe("dark");
    expect(document.documentElement.dataset.theme).toBe("dark");
    stop();
  });

  it("holds a choice for as long as the page where storage is closed", () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("closed", "SecurityError");
    });
    const store = createSettingsStore();
    store.set("measure", "wide");
    expect(store.get().measure).toBe("wide");
    vi.restoreAllMocks();
  });
});
