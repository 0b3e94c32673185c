/** The whole look of an embed: paper and ink, in light and dark, at any width. */
export const embedStyle = `
:root { color-scheme: light dark; --paper: #fbf9f4; --ink: #1f1d1a; --soft: #625d54; --line: #b9b2a3 }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1a18; --ink: #e6e1d6; --soft: #a69f91; --line: #57524a } }
* { box-sizing: border-box }
body { margin: 0; padding: clamp(1rem, 5vw, 1.75rem); background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere }
blockquote { margin: 0; font-size: clamp(1.0625rem, 0.85rem + 1.6vw, 1.375rem); line-height: 1.45; text-wrap: pretty; white-space: pre-line }
.who { margin: 0.9em 0 0; font-family: system-ui, sans-serif; font-size: 0.9375rem }
.who span, .state, footer { color: var(--soft) }
.state { margin: 0 0 0.9em; font: 0.875rem/1.45 system-ui, sans-serif }
footer { margin-top: 1em; padding-top: 0.8em; border-top: 1px solid var(--line); font: 0.875rem/1.45 system-ui, sans-serif }
img { display: block; width: 100%; height: auto; max-height: 18rem; object-fit: cover; margin-bottom: 1rem }
h1 { margin: 0; font-size: clamp(1.25rem, 1rem + 2vw, 1.625rem); line-height: 1.2; text-wrap: balance }
h1 a { text-decoration: none }
.standfirst { margin: 0.5em 0 0; color: var(--soft) }
.score { margin: 1em 0 0; padding: 0; list-style: none; font: 0.875rem/1.3 system-ui, sans-serif }
.score li { margin-top: 0.4em }
.score svg { display: block; width: 100%; height: 0.625rem; fill: var(--ink); stroke: none }
.score path { stroke: var(--line); vector-effect: non-scaling-stroke }
a { color: inherit; text-underline-offset: 0.15em }
a:hover { color: var(--ink) }
a:focus-visible { outline: 2px solid; outline-offset: 3px }
ins { text-decoration-thickness: 2px; text-underline-offset: 0.15em }
del { color: var(--soft) }
`;
