const paths = {
  play: "M6 3.5v13l11-6.5z",
  pause: "M5.5 4h3v12h-3zM11.5 4h3v12h-3z",
  back: "M15.5 4.5v11l-8-5.5zM4.5 4.5h2v11h-2z",
  quotation: "M3 4.5l6.5 5.5L3 15.5zM11 13.5c2-.6 3-2 3.2-3.5H11V5h5.5v4.5c0 3.4-2 5.8-5.5 6.5z",
  stop: "M5.3 4.2L10 8.9l4.7-4.7 1.1 1.1L11.1 10l4.7 4.7-1.1 1.1L10 11.1l-4.7 4.7-1.1-1.1L8.9 10 4.2 5.3z",
} as const;

/** A drawn sign on a control of the listening bar; the control carries its name. */
export function ListenIcon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
