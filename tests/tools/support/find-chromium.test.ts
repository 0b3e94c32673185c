import { describe, expect, it } from "vitest";
import { browserPaths, installedChromium } from "#tools/support/find-chromium.ts";

const has =
  (...paths: readonly string[]) =>
  (path: string) =>
    paths.includes(path);

describe("the browser that tests use", () => {
  it("is the one that CHROME_PATH names, whatever else is there", () => {
    const env = { CHROME_PATH: "/opt/mine/chrome" };
    expect(installedChromium("linux", env, has("/usr/bin/chromium"))).toBe("/opt/mine/chrome");
  });

  it("is the system's where CHROME_PATH is empty", () => {
    expect(installedChromium("linux", { CHROME_PATH: "" }, has("/usr/bin/chromium"))).toBe(
      "/usr/bin/chromium",
    );
  });

  it("is Chrome among a Mac's applications, its owner's own included", () => {
    const own = "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(installedChromium("darwin", { HOME: "/Users/ada" }, has(own))).toBe(own);
  });

  it("is Windows' own Edge where there is no Chrome", () => {
    const env = { ProgramFiles: "C:\\Program Files", "ProgramFiles(x86)": "C:\\Program Files (x86)" };
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const chrome = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
    expect(installedChromium("win32", env, has(edge))).toBe(edge);
    expect(installedChromium("win32", env, has(edge, chrome))).toBe(chrome);
  });

  it("is npm's where none is installed", () => {
    for (const platform of ["linux", "darwin", "win32"] as const)
      expect(installedChromium(platform, {}, has())).toBeNull();
  });

  it("is looked for by absolute paths only", () => {
    for (const path of browserPaths("linux", {})) expect(path).toMatch(/^\//);
  });
});
