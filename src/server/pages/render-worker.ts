import type { Page, RenderedPage, RenderPage } from "#model/page.ts";

interface Task {
  /** Where the app's server render was built to. */
  readonly file: string;
  readonly page: Page;
  readonly request: Parameters<RenderPage>[1];
}

/** Draws a page on this thread; the pool calls it. */
export async function renderInWorker({ file, page, request }: Task): Promise<RenderedPage> {
  const { render }: { render: RenderPage } = await import(file);
  return render(page, request);
}
