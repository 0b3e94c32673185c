/** Runs inline in the head, before the first paint: what the reader chose is there from the first frame. */

try {
  const kept: unknown = JSON.parse(localStorage.getItem("verbatim:settings") ?? "{}");
  if (typeof kept === "object" && kept !== null)
    for (const [name, value] of Object.entries(kept))
      if (typeof value === "string") document.documentElement.dataset[name] = value;
} catch {
  // Storage is closed to us: the page looks as it does for a new reader.
}
document.documentElement.dataset.script = "on";

export {};
