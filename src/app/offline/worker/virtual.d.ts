declare module "virtual:built-files" {
  /** The addresses of what the client was built into and every page may need. */
  export const builtFiles: readonly string[];
}
