/** What was just done, for a moment. */
export interface Toast {
  readonly number: number;
  readonly message: string;
  /** What could not be copied, to be copied by hand; null otherwise. */
  readonly text: string | null;
}

type Listener = () => void;

let current: Toast | null = null;
let last = 0;
const listeners = new Set<Listener>();

/** The message that shows; one for the whole page. */
export const toasts = {
  current: (): Toast | null => current,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  show: (message: string, text: string | null = null): void => {
    last += 1;
    set({ number: last, message, text });
  },
  dismiss: (number: number): void => {
    if (current?.number === number) set(null);
  },
};

function set(toast: Toast | null): void {
  current = toast;
  for (const listener of listeners) listener();
}
