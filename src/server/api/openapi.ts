import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransformObject, jsonSchemaTransform } from "fastify-type-provider-zod";
import type { Site } from "#model/page.ts";

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
        description: "Stories with their quotations and speakers, what became of a quotation, and votes.",
      },
      servers: [{ url: site.url }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withoutUnusedInputs(describeSchemas(document)),
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({ "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" })
      .send(app.swagger()),
  );
}

/** Where a noun is read more leniently than it is served, the library describes both; nobody sends an article. */
function withoutUnusedInputs(description: ReturnType<typeof describeSchemas>): typeof description {
  const schemas = "components" in description ? (description.components?.schemas ?? {}) : {};
  const used = JSON.stringify(description.paths);
  for (const name of Object.keys(schemas)) {
    if (name.endsWith("Input") && !used.includes(`/${name}"`)) delete schemas[name];
  }
  return description;
}
