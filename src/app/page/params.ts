/** What a view finds in its address. */
export interface Params {
  readonly slug?: string | undefined;
  readonly id?: string | undefined;
}
