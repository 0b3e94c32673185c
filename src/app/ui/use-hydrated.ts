import { startTransition, useEffect, useState } from "react";

/**
 * False on the server and while the page is taken over, true from then on: for
 * what only the browser knows. It turns as a transition, so that it waits for
 * parts that are still being taken over, and never hurries them.
 */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => {
    startTransition(() => setHydrated(true));
  }, []);
  return hydrated;
}
