declare module "virtual:client-manifest" {
  /** Source path → what was built from it; empty in development and in tests. */
  export const manifest: Readonly<
    Record<string, { readonly file: string; readonly imports?: readonly string[] }>
  >;
}
