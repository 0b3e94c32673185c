import type { IncomingMessage, ServerResponse } from "node:http";
import type { RenderPage } from "#model/page.ts";
import type { PageTemplate } from "./pages/page-template.ts";

/** What the reader's app was built into. */
export interface SiteBundle {
  readonly render: RenderPage;
  /** The document that pages are set into. */
  template(path: string): Promise<PageTemplate>;
  /** The tags that fetch what modules of the app were built into, which the template does not name. */
  filesOf(modules: readonly string[]): string;
  /** The inline scripts and styles that the document itself holds, for the CSP. */
  readonly inline: InlineSources;
  /** The folder of hashed files; null where hot reload serves them. */
  readonly clientDir: string | null;
  /** Serves the app's sources while it is being worked on; null for a build. */
  readonly hotReload: HotReload | null;
}

/** A request handler as Vite's is: what it does not serve goes on to `next`. */
export type HotReload = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** CSP sources: `'sha256-…'`. */
export interface InlineSources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}
