import { type ComponentType, lazy } from "react";

const never = new Promise<never>(() => undefined);
const hopes = new WeakMap<Promise<unknown>, Promise<unknown>>();

/**
 * What a promise brings, or else nothing at all, never a failure: for `use`. React
 * takes the whole page down with a part whose code or words did not come, because
 * the line dropped or a new build took their place; so that part stays as it is.
 */
export function hopeful<Value>(promise: Promise<Value>): Promise<Value> {
  const known = hopes.get(promise) as Promise<Value> | undefined;
  if (known !== undefined) return known;
  const hope = promise.catch(() => never);
  hopes.set(promise, hope);
  return hope;
}

/** A part of the page whose code comes later, or leaves its place as the server drew it. */
export const late = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() => hopeful(load()).then((part) => ({ default: part })));
