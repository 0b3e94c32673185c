const paths = {
  up: "M4 13l6-6 6 6",
  down: "M4 7l6 6 6-6",
  close: "M5 5l10 10M15 5L5 15",
} as const;

/** A drawn sign beside or instead of a word; whoever uses it names the control. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
