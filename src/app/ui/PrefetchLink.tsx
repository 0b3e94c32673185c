import { type ComponentProps, use } from "react";
import { Link } from "react-router";
import { PrefetchContext } from "./prefetch-context.ts";

/** A link that fetches where it leads as soon as a reader seems to want it: on hover, focus or touch. */
export function PrefetchLink({
  to,
  ...rest
}: Omit<ComponentProps<typeof Link>, "to"> & { readonly to: string }) {
  const prefetch = use(PrefetchContext);
  const intend = (): void => prefetch(to);
  return <Link {...rest} to={to} onPointerEnter={intend} onFocus={intend} onTouchStart={intend} />;
}
