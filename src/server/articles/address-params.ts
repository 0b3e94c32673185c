import { z } from "zod";

/**
 * A part of an address that names something; an empty one names nothing, which is found out when it is looked
 * for. Control characters are in no name, and PostgreSQL refuses NUL.
 */
const name = (longest: number) =>
  z
    .string()
    .max(longest)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, "holds a control character");

/** `/articles/:slug` */
export const storyParams = z.object({ slug: name(200) });
/** `/articles/:slug/quotes/:id` */
export const quotationParams = storyParams.extend({ id: name(64) });
