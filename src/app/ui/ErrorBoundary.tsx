import { Component, type ReactNode, Suspense } from "react";
import { forgetFailedCode } from "./lazy.ts";

interface Props {
  readonly children: ReactNode;
  /** What stands in the place of what threw; `retry` draws that anew. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
  readonly onError?: (() => void) | undefined;
  /** When it changes, what threw is drawn anew: what it threw over is no longer there. */
  readonly resetKey?: string;
}

interface State {
  readonly failed: { readonly error: unknown } | null;
}

/** Keeps what is thrown while drawing to its own place: without it React takes the whole page down. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  override componentDidCatch(): void {
    forgetFailedCode();
    this.props.onError?.();
  }

  override componentDidUpdate({ resetKey }: Props): void {
    if (this.state.failed !== null && resetKey !== this.props.resetKey) this.setState({ failed: null });
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return this.props.fallback(failed.error, () => this.setState({ failed: null }));
  }
}

/**
 * A part that the page can do without, whose code or words come when it is
 * used: nothing while they are on their way, and nothing where they don't come.
 *
 * @param onError for who may then offer it anew
 */
export function Optional({
  children,
  onError,
}: {
  readonly children: ReactNode;
  readonly onError?: () => void;
}) {
  return (
    <ErrorBoundary fallback={() => null} onError={onError}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
