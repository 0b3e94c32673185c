import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./settings/settings.css";

/** Lets the browser answer a touch, or paint, between two parts of the work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The script may run before the document's end has arrived: it is `async`, so that no first paint waits for it. */
async function whenParsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

// React, the libraries and the reader are each evaluated in a task of their own: together they would
// keep a slow phone from answering for as long as a reader notices.
await import("react-dom/client");
await breathe();
await import("./libraries.ts");
await breathe();
const [{ takeOver }] = await Promise.all([import("./take-over.tsx"), whenParsed()]);
await breathe();
await takeOver();
