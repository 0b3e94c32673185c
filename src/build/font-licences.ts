import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The package of a typeface in the path of one of its files. */
const packageOf = /node_modules[\\/](@fontsource(?:-variable)?[\\/][^\\/]+)/;

/**
 * Puts the licences of the typefaces that the site serves beside them, as the
 * SIL Open Font License asks for (its condition 2).
 */
export function fontLicences(): Plugin {
  return {
    name: "font-licences",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((file) =>
        file.type === "asset" ? file.originalFileNames : [],
      );
      const packages = new Set(files.flatMap((file) => packageOf.exec(file)?.[1] ?? []));
      const texts = [...packages].toSorted().map(async (name) => {
        const licence = join(import.meta.dirname, "../../node_modules", name, "LICENSE");
        return `${name}\n\n${await readFile(licence, "utf8")}`;
      });
      if (texts.length === 0)
        throw new Error("the site's typefaces were not found, and so not their licences");
      this.emitFile({
        type: "asset",
        fileName: "font-licences.txt",
        source: (await Promise.all(texts)).join("\n\n"),
      });
    },
  };
}
