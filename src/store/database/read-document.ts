import type { z } from "zod";

/**
 * A stored document, as the schema has it; see article-document.ts.
 *
 * @throws when it is no JSON, or lacks what documents have always had
 */
export function readDocument<Document>(schema: z.ZodType<Document>, text: string): Document {
  return schema.parse(JSON.parse(text));
}
