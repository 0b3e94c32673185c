import { useSyncExternalStore } from "react";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";

const OfflineSign = lazyWithPreload(() => import("./OfflineSign.tsx").then((module) => module.OfflineSign));

const subscribe = (changed: () => void): (() => void) => {
  const online = (): void => {
    delete document.documentElement.dataset.cached;
    changed();
  };
  addEventListener("online", online);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", online);
    removeEventListener("offline", changed);
  };
};

/** Since when the page was cached, where the service worker says so on it; "" for one that is fresh but cut off; null online. */
const offlineSince = (): string | null =>
  document.documentElement.dataset.cached ?? (navigator.onLine ? null : "");

/** Says that the page is shown offline; nothing, not even its code, while it is not. */
export function OfflineNotice() {
  const since = useSyncExternalStore(subscribe, offlineSince, () => null);
  if (since === null) return null;
  return (
    <Optional>
      <OfflineSign since={since} />
    </Optional>
  );
}
