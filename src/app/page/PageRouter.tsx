import { type ReactNode, startTransition, useEffect, useState } from "react";
import { UNSAFE_createBrowserHistory as createBrowserHistory, Router } from "react-router";

/**
 * React Router over the browser's history, as its own `BrowserRouter` is.
 * That one stands in one file with the router's links, forms and data
 * loading, which no bundler can drop: 6 kB that a story does not use.
 */
export function PageRouter({ children }: { readonly children: ReactNode }) {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [at, setAt] = useState({ action: history.action, location: history.location });
  useEffect(() => history.listen((next) => startTransition(() => setAt(next))), [history]);
  return (
    <Router location={at.location} navigationType={at.action} navigator={history}>
      {children}
    </Router>
  );
}
