declare module "html-encoding-sniffer" {
  /** The canonical name of the encoding that a page is in, as the HTML standard finds it. */
  function sniffHTMLEncoding(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
  export = sniffHTMLEncoding;
}
