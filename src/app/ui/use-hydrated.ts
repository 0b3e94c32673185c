import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** False on the server and while React hydrates, true from then on: for what only the browser knows. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
