/**
 * Registers the service worker, once the page is loaded and has nothing better
 * to do.
 */
export function registerWorker(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const register = (): void =>
    void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  const whenIdle = (): void => {
    if ("requestIdleCallback" in window) requestIdleCallback(register);
    else setTimeout(register, 2_000);
  };
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}
