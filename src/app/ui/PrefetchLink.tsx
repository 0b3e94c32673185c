import { type ComponentProps, type MouseEvent, use } from "react";
import { useNavigate } from "react-router";
import { PrefetchContext } from "./prefetch-context.ts";

/** A touch that asks for another tab, window or download is the browser's. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/**
 * A link inside the site. It fetches where it leads as soon as a reader seems
 * to want it: on hover, focus or touch. The router's own link brings along
 * five times this much for frameworks that we do not use.
 */
export function PrefetchLink({ to, ...rest }: ComponentProps<"a"> & { readonly to: string }) {
  const prefetch = use(PrefetchContext);
  const navigate = useNavigate();
  const intend = (): void => prefetch(to);
  const follow = (event: MouseEvent): void => {
    if (!isPlain(event)) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={follow} onPointerEnter={intend} onFocus={intend} onTouchStart={intend} />
  );
}
