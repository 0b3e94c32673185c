const name = "verbatim:votes";
const exists = typeof BroadcastChannel !== "undefined";

/** Tells the reader's other tabs that their answer to a story changed; null for all stories. */
export function tellTabs(slug: string | null): void {
  if (!exists) return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(slug);
  channel.close();
}

/** Hears of answers that changed in other tabs, until the returned function is called. */
export function hearTabs(hear: (slug: string | null) => void): () => void {
  if (!exists) return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = (message: MessageEvent<string | null>) => hear(message.data);
  return () => channel.close();
}
