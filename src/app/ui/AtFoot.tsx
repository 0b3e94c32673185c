import type { ReactNode } from "react";
import { createPortal } from "react-dom";

const footId = "foot";

/** The place for all of them; it stands outside the page, and is there once it is first needed. */
function foot(): HTMLElement {
  const known = document.getElementById(footId);
  if (known !== null) return known;
  const made = Object.assign(document.createElement("div"), { id: footId, className: footId });
  document.body.append(made);
  return made;
}

/**
 * A bar at the foot of the screen. Several stand one above the other, the
 * latest on top, so that none covers another and none moves when another comes.
 */
export function AtFoot({ children }: { readonly children: ReactNode }) {
  return createPortal(children, foot());
}
