declare module "fflate" {
  /** A file of an archive that is being read. */
  interface UnzipFile {
    readonly name: string;
    ondata: (error: Error | null, chunk: Uint8Array, isLast: boolean) => void;
    /** Unpacks the file as its bytes come; a file that is not started is passed over. */
    start(): void;
  }
  /** Reads an archive as its bytes come. */
  class Unzip {
    constructor(onFile: (file: UnzipFile) => void);
    register(decoder: typeof UnzipInflate): void;
    push(chunk: Uint8Array, isLast?: boolean): void;
  }
  /** Unpacks what was deflated. */
  class UnzipInflate {}

  export { Unzip, UnzipInflate };
}
