import type { RenderPage } from "#model/page.ts";
import type { PageTemplate } from "./pages/page-template.ts";

/** What the reader's app was built into. */
export interface SiteBundle {
  readonly render: RenderPage;
  /** The document that pages are set into. */
  template(path: string): Promise<PageTemplate>;
  /** The inline scripts and styles that the document itself holds, for the CSP. */
  readonly inline: InlineSources;
  /** The folder of hashed files; null where somebody else serves them. */
  readonly clientDir: string | null;
  /** True while the app is being worked on: nothing is kept, hot reload may connect. */
  readonly live: boolean;
}

/** CSP sources: `'sha256-…'`. */
export interface InlineSources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}
