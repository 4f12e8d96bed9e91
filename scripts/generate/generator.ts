import type { SchemaSource } from './schema-source';

/** One file that a generator writes. */
export interface GeneratedFile {
  /** Relative to the root of the project, with forward slashes. */
  readonly path: string;
  /** The whole content; the runner formats it with Prettier, unless `formatted` is set. */
  readonly content: string;
  /** True for content that must stay as it is, such as compiled code. */
  readonly formatted?: boolean;
}

/**
 * Something that `npm run generate` keeps up to date. A generator that fills in a part of a file kept by hand reads
 * the file through `read` and returns it whole, so that writing and checking stay the runner's.
 */
export interface Generator {
  readonly name: string;
  generate(context: GeneratorContext): Promise<readonly GeneratedFile[]>;
}

export interface GeneratorContext {
  /** The definitions of the file format, expanded. */
  readonly source: SchemaSource;
  /** The text of a file of the project; the empty string where there is none. */
  read(path: string): Promise<string>;
}
