import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, createContext, use } from "react";
import { Link } from "react-router";

/** Fetches the code and the data of the page at an address; routes.tsx knows how. */
export const PrefetchContext = createContext<(client: QueryClient, address: string) => void>(() => undefined);

/** A link inside the site. It fetches where it leads as soon as a reader seems to want it: on hover, focus or touch. */
export function SiteLink({ to, ...rest }: ComponentProps<typeof Link> & { readonly to: string }) {
  const client = useQueryClient();
  const prefetch = use(PrefetchContext);
  const intend = (): void => prefetch(client, to);
  return <Link {...rest} to={to} onPointerEnter={intend} onFocus={intend} onTouchStart={intend} />;
}
