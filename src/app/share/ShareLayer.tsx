import type { Article } from "#model/article.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import type { Passage } from "./selected-passage.ts";
import { ToastView } from "./ToastView.tsx";
import type { Toast } from "./toasts.ts";

/** What sharing shows above the story; fetched when there is first something to show. */
export function ShareLayer({
  article,
  passage,
  toast,
}: {
  readonly article: Article;
  readonly passage: Passage | null;
  readonly toast: Toast | null;
}) {
  return (
    <>
      {passage === null ? null : <SelectionBar article={article} passage={passage} />}
      <ToastView toast={toast} />
    </>
  );
}
