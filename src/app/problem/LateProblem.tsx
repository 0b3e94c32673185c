import { type ComponentProps, lazy, Suspense } from "react";
import type { ProblemView as View } from "./ProblemView.tsx";

const ProblemView = lazy(() =>
  import("./ProblemView.tsx").then((module) => ({ default: module.ProblemView })),
);

/** A problem's page, fetched when there is a problem. */
export function LateProblem(props: ComponentProps<typeof View>) {
  return (
    <Suspense>
      <ProblemView {...props} />
    </Suspense>
  );
}
