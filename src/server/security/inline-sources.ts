import { createHash } from "node:crypto";
import type { InlineSources } from "#server/site-bundle.ts";

const script = /<script(?![^>]*\bsrc=)(?![^>]*\btype="application\/)[^>]*>([\s\S]*?)<\/script>/gi;
const style = /<style[^>]*>([\s\S]*?)<\/style>/gi;

/** The CSP hashes of a trusted document's own inline scripts and styles. Never given a story. */
export function inlineSources(html: string): InlineSources {
  return { scripts: hashes(html, script), styles: hashes(html, style) };
}

function hashes(html: string, element: RegExp): readonly string[] {
  return [...html.matchAll(element)].map(([, content = ""]) => sourceHash(content));
}

/** `'sha256-…'` of an inline element's text, as CSP writes it. */
export function sourceHash(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
