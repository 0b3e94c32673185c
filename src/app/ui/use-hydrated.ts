import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => undefined;

/** False on the server and while the page is taken over, true from then on: for what only the browser knows. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
