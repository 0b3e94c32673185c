import { type ComponentType, createElement, lazy, useState } from "react";

/** What asks anew for code that did not come, at its next use. */
const failed = new Set<() => void>();

/** Lets whatever did not come be asked for again; called where a failure has been shown, or its part left out. */
export function forgetFailedCode(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/** Code, or words, that are fetched once. */
export interface Loading<Value> {
  /**
   * For drawing. A failure stays one until it has been shown: React draws anew
   * what suspended, and another promise each time would ask for ever (740
   * requests in three seconds of a page without a network).
   */
  readonly inRender: () => Promise<Value>;
  /** For what a reader does: where it did not come, it is asked for again. */
  readonly onUse: () => Promise<Value>;
}

/**
 * Runs `load` at the first call and keeps what came of it.
 *
 * @param onForget called when a failure is forgotten
 */
export function loadOnce<Value>(load: () => Promise<Value>, onForget?: () => void): Loading<Value> {
  let running: Promise<Value> | null = null;
  const forget = (): void => {
    running = null;
    onForget?.();
  };
  const inRender = (): Promise<Value> => {
    running ??= load().catch((error: unknown) => {
      failed.add(forget);
      throw error;
    });
    return running;
  };
  const onUse = (): Promise<Value> => {
    if (failed.delete(forget)) forget();
    return inRender();
  };
  return { inRender, onUse };
}

/**
 * `React.lazy`, with a way to fetch the code ahead. Drawn at once where the code
 * is here already, so that a page the server drew needs no second step; and
 * where it did not come, the next use asks for it again, which `React.lazy`
 * never does.
 */
export function lazyWithPreload<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  const code = loadOnce(
    async () => {
      loaded = await load();
      return loaded;
    },
    () => {
      Pending = pending();
    },
  );
  let Pending = pending();

  function pending() {
    return lazy(() => code.inRender().then((component) => ({ default: component })));
  }

  function Lazy(props: Props) {
    // One component for as long as it is drawn: another one would forget its state.
    const [Part] = useState<ComponentType<Props>>(() => loaded ?? Pending);
    return createElement(Part, props);
  }
  return Object.assign(Lazy, { preload: code.onUse });
}
