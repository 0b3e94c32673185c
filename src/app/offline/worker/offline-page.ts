/** A cached story that can be read instead. */
export interface CachedStory {
  readonly path: string;
  readonly title: string;
}

const words: Readonly<Record<string, { title: string; hint: string; instead: string; dir: "ltr" | "rtl" }>> =
  {
    en: {
      title: "You are offline",
      hint: "This page was not read on this device before. It will open when you are back online.",
      instead: "What you can read now",
      dir: "ltr",
    },
    de: {
      title: "Sie sind offline",
      hint: "Diese Seite wurde auf diesem Gerät noch nicht gelesen. Sie öffnet sich, sobald Sie wieder online sind.",
      instead: "Das können Sie jetzt lesen",
      dir: "ltr",
    },
    ar: {
      title: "أنت غير متصل بالإنترنت",
      hint: "لم تُقرأ هذه الصفحة على هذا الجهاز من قبل. ستُفتح عندما تعود إلى الاتصال.",
      instead: "ما يمكنك قراءته الآن",
      dir: "rtl",
    },
  };

/** As in tokens.css, which is part of the pages that this one stands in for. */
const paper = `:root{color-scheme:light dark;--paper:light-dark(#fbf8f3,#16171a);--ink:light-dark(#1d1b18,#dcd9d2);background:var(--paper);color:var(--ink)}
:root[data-theme="light"]{color-scheme:light}:root[data-theme="dark"]{color-scheme:dark}
:root[data-theme="sepia"]{color-scheme:light;--paper:#f3e8d3;--ink:#33281a}`;

/** As before-paint/head.ts does on every other page: a worker cannot ask for what the device stores. */
const storedTheme = `try{document.documentElement.dataset.theme=JSON.parse(localStorage.getItem("verbatim:settings")).theme}catch{}`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The answer to an address that was never read here: what happened, and the
 * stories that can be read instead.
 *
 * @param language BCP 47, the browser's
 */
export function offlinePage(language: string, stories: readonly CachedStory[]): Response {
  const tag = language.split("-")[0] ?? "en";
  const lang = tag in words ? tag : "en";
  const { title = "", hint = "", instead = "", dir = "ltr" } = words[lang] ?? {};
  const items = stories
    .map(({ path, title }) => `<li><a href="${escapeHtml(path)}">${escapeHtml(title)}</a></li>`)
    .join("");
  const list = items === "" ? "" : `<h2>${instead}</h2><ul>${items}</ul>`;
  const html = `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · Verbatim</title><style>
${paper}
body{max-width:34em;margin:0 auto;padding:12vh 1.25em;font:1.125rem/1.55 "Source Serif 4 Variable",Georgia,serif}
h1{font-weight:600;font-size:1.9em;line-height:1.15}h2{font-size:1.1em;margin-top:2.5em}
ul{padding:0;list-style:none}li{margin:.6em 0}a{color:inherit;text-underline-offset:.15em}
</style><script>${storedTheme}</script></head><body><main><h1>${title}</h1><p>${hint}</p>${list}</main></body></html>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
