import { type ComponentType, createElement, lazy, useState } from "react";

/**
 * `React.lazy`, with a way to fetch the code ahead. Drawn at once where the code
 * is here already, so that a page the server drew needs no second step; and
 * where it did not come, the next use asks for it again.
 */
export function lazyWithPreload<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  let Pending = pending();

  function preload(): Promise<ComponentType<Props>> {
    loading ??= load().then(
      (component) => {
        loaded = component;
        return component;
      },
      (error: unknown) => {
        loading = null;
        Pending = pending();
        throw error;
      },
    );
    return loading;
  }

  function pending() {
    return lazy(() => preload().then((component) => ({ default: component })));
  }

  function Lazy(props: Props) {
    // One component for as long as it is drawn: another one would forget its state.
    const [Part] = useState<ComponentType<Props>>(() => loaded ?? Pending);
    return createElement(Part, props);
  }
  return Object.assign(Lazy, { preload });
}
