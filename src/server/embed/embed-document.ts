import { embedScript } from "./embed-script.ts";
import { embedStyle } from "./embed-style.ts";
import { type Html, html } from "./html.ts";

/** A small document for another site's frame. Its one script tells that site how high it is and what was followed. */
export function embedDocument(lang: string, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${lang}" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ html: embedStyle }}</style>
</head>
<body>${body}<script>${{ html: embedScript }}</script></body>
</html>`.html;
}
