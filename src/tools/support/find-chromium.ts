import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, win32 } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

type Environment = Readonly<Record<string, string | undefined>>;

/** Linux: the one without windows first, it takes half the processor. */
const onLinux = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
];

const onMac = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** Edge comes with Windows. */
const onWindows = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Where browsers of Chromium's kind are installed on a system, the wanted ones first. */
export function browserPaths(platform: NodeJS.Platform, env: Environment): readonly string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", `${env.HOME ?? ""}/Applications`];
    return onMac.flatMap((path) => folders.map((folder) => `${folder}/${path}`));
  }
  if (platform === "win32") {
    const folders = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return onWindows.flatMap((path) => folders.map((folder) => win32.join(folder, path)));
  }
  return onLinux;
}

/** What `CHROME_PATH` names, else the system's where there is one; null where npm has to bring one. */
export function installedChromium(
  platform: NodeJS.Platform,
  env: Environment,
  isThere: (path: string) => boolean,
): string | null {
  const named = env.CHROME_PATH ?? "";
  if (named !== "") return named;
  return browserPaths(platform, env).find(isThere) ?? null;
}

/** The path of a browser of Chromium's kind, which npm brings where the system has none. */
export async function findChromium(): Promise<string> {
  return installedChromium(process.platform, process.env, existsSync) ?? (await packagedChromium());
}

/** 67 MB that most machines have no need of: installed when it is first asked for, and for Linux on x64 alone. */
const packaged = "@sparticuz/chromium@153.0.0";
const cache = fileURLToPath(new URL("../../../node_modules/.cache/chromium/", import.meta.url));

async function packagedChromium(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("no Chrome, Chromium or Edge is installed: install one, or set CHROME_PATH to one");
  const entry = join(cache, "node_modules/@sparticuz/chromium/build/index.js");
  if (!existsSync(entry)) {
    console.error(`No browser is installed: npm brings ${packaged} into node_modules/.cache …`);
    await mkdir(cache, { recursive: true });
    const args = ["install", "--prefix", ".", "--no-save", "--ignore-scripts", "--omit=dev", packaged];
    await promisify(execFile)("npm", args, { cwd: cache });
  }
  // The package unpacks its libraries only where it believes to run in Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  const { default: chromium }: { default: { executablePath(): Promise<string> } } = await import(
    pathToFileURL(entry).href
  );
  return chromium.executablePath();
}
