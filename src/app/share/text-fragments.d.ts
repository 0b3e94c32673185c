/** The generator comes without types of its own. */
declare module "text-fragments-polyfill/dist/fragment-generation-utils.js" {
  export interface FragmentResult {
    readonly status: number;
    readonly fragment?: {
      readonly textStart: string;
      readonly textEnd?: string;
      readonly prefix?: string;
      readonly suffix?: string;
    };
  }
  export const GenerateFragmentStatus: { readonly SUCCESS: number };
  export function generateFragmentFromRange(range: Range): FragmentResult;
}
