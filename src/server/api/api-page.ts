import { z } from "zod";
import { type Html, html } from "#server/embed/html.ts";

/** What the page tells of an OpenAPI description; everything else in it is for programs. */
const described = z.object({
  info: z.object({ title: z.string(), description: z.string().default("") }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string().default(""),
        summary: z.string().default(""),
        description: z.string().default(""),
        parameters: z
          .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false) }))
          .default([]),
        responses: z.record(
          z.string(),
          z.object({
            description: z.string(),
            content: z
              .record(z.string(), z.object({ schema: z.object({ $ref: z.string().optional() }) }))
              .default({}),
          }),
        ),
      }),
    ),
  ),
});

type Operation = z.infer<typeof described>["paths"][string][string];

/** The API's description as a page for people. */
export function apiPage(description: unknown): string {
  const { info, paths } = described.parse(description);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(path, method, operation)),
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${info.title}</title>
</head>
<body>
<main>
<h1>${info.title}</h1>
<p>${info.description} For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
${operations}
</main>
</body>
</html>`.html;
}

/** An answer's noun, where it is one of the API's own; a problem by what it means. */
function told({ description, content }: Operation["responses"][string]): Html {
  const noun = content["application/json"]?.schema.$ref?.split("/").at(-1);
  return noun === undefined ? html`${description}` : html`<code>${noun}</code>`;
}

function section(path: string, method: string, operation: Operation): Html {
  const { operationId, summary, description, parameters, responses } = operation;
  const given = parameters.map(
    (parameter) =>
      html`<li><code>${parameter.name}</code> (${parameter.in}${parameter.required ? ", required" : ""})</li>`,
  );
  const answers = Object.entries(responses).map(
    ([status, answer]) => html`<li>${status}: ${told(answer)}</li>`,
  );
  return html`<section id="${operationId}">
<h2><code>${method.toUpperCase()} ${path}</code></h2>
<p>${summary}. ${description}</p>
<ul>${given}</ul>
<p>Answers:</p>
<ul>${answers}</ul>
</section>
`;
}
