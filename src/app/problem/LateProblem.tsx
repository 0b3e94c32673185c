import { type ComponentProps, Suspense } from "react";
import { late } from "#app/ui/late.ts";
import type { ProblemView as View } from "./ProblemView.tsx";

const ProblemView = late(() => import("./ProblemView.tsx").then((module) => module.ProblemView));

/** A problem's page, fetched when there is a problem. */
export function LateProblem(props: ComponentProps<typeof View>) {
  return (
    <Suspense>
      <ProblemView {...props} />
    </Suspense>
  );
}
