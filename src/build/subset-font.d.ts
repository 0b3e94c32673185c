declare module "subset-font" {
  interface SubsetFontOptions {
    readonly targetFormat?: "sfnt" | "woff" | "woff2" | "truetype";
    readonly variationAxes?: Readonly<
      Record<string, number | { readonly min: number; readonly max: number; readonly default?: number }>
    >;
  }
  function subsetFont(font: Uint8Array, text: string, options?: SubsetFontOptions): Promise<Buffer>;
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default subsetFont;
}
