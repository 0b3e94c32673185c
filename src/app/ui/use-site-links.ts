import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, type SyntheticEvent, use } from "react";
import { useNavigate } from "react-router";
import { PrefetchContext } from "./SiteLink.tsx";

/** The address that a link to a page of this site leads to; null for anything else. A link to a file says its type. */
function siteAddress({ target }: SyntheticEvent): string | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]:not([type])") : null;
  return link === null || link.origin !== location.origin ? null : link.pathname + link.search + link.hash;
}

/**
 * What an element hears for the links among words that React leaves as the
 * server drew them: plain links, which lead on as a SiteLink does.
 *
 * @param intend somebody seems about to follow one
 */
export function useSiteLinks(intend: () => void) {
  const client = useQueryClient();
  const prefetch = use(PrefetchContext);
  const navigate = useNavigate();
  const prepare = (event: SyntheticEvent): void => {
    const address = siteAddress(event);
    if (address === null) return;
    prefetch(client, address);
    intend();
  };
  const follow = (event: MouseEvent): void => {
    const address = siteAddress(event);
    if (
      address === null ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    navigate(address);
  };
  return { onClick: follow, onPointerOver: prepare, onFocus: prepare, onTouchStart: prepare };
}
