import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransformObject, jsonSchemaTransform } from "fastify-type-provider-zod";
import type { Site } from "#model/page.ts";
import { sendPage } from "#server/cache/send-answer.ts";
import { apiPage } from "./api-page.ts";

const describeSchemas = createJsonSchemaTransformObject({
  zodToJsonConfig: {
    // What the store puts in for an older version's rows is none of a caller's business: to them every field is there.
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
    },
  },
});

/** Describes the API from its routes' own schemas. Register before the routes. */
export async function describeApi(app: FastifyInstance, site: Site): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: `${site.name} API`,
        version: "1.0.0",
        description:
          "Stories with their quotations and speakers, what became of a quotation, and votes. Any other method at an " +
          "address below is answered with 405 and Allow, any other address with 404, as problem+json (RFC 9457).",
      },
      servers: [{ url: site.url }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => onceEach(describeSchemas(document)),
  });
  app.get("/api", { schema: { hide: true } }, async (request, reply) => {
    reply.header("cache-control", "public, max-age=3600");
    return sendPage(apiPage(app.swagger()), request, reply);
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({ "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" })
      .send(app.swagger()),
  );
}

/**
 * What is read may be more lenient than what is served, so the library
 * describes each noun twice, as `Article` and `ArticleInput`. Nobody sends an
 * article, and what is only sent goes by its plain name.
 */
function onceEach(description: ReturnType<typeof describeSchemas>): typeof description {
  const schemas = "components" in description ? (description.components?.schemas ?? {}) : {};
  const isUsed = (name: string): boolean => JSON.stringify(description.paths).includes(`/schemas/${name}"`);
  let text = JSON.stringify(description);
  for (const input of Object.keys(schemas).filter((name) => name.endsWith("Input"))) {
    const name = input.slice(0, -"Input".length);
    if (isUsed(input) && isUsed(name)) continue;
    const [kept, dropped] = isUsed(input) ? [input, name] : [name, input];
    const { [kept]: schema, [dropped]: _, ...others } = JSON.parse(text).components.schemas;
    text = JSON.stringify({ ...JSON.parse(text), components: { schemas: { ...others, [name]: schema } } });
    text = text.replaceAll(`/schemas/${input}"`, `/schemas/${name}"`);
  }
  return JSON.parse(text);
}
