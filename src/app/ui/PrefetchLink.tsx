import { useQueryClient } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { Link } from "react-router";
import { prefetch } from "#app/page/views.ts";

/** A link that fetches where it leads as soon as a reader seems to want it: on hover, focus or touch. */
export function PrefetchLink({
  to,
  ...rest
}: Omit<ComponentProps<typeof Link>, "to"> & { readonly to: string }) {
  const client = useQueryClient();
  const intend = (): void => prefetch(client, to);
  return <Link {...rest} to={to} onPointerEnter={intend} onFocus={intend} onTouchStart={intend} />;
}
