/**
 * The package's own types spell out every text of the suite, which takes the compiler and ESLint gigabytes; this says
 * what its files have in common. `paths` in tsconfig.json puts it in their place.
 */
interface SuiteFile {
  readonly id: string;
  readonly cases: readonly { readonly name?: string; readonly yaml?: string }[];
}

declare const suite: readonly SuiteFile[];
export default suite;
