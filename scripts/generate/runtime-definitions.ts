import type { Generator } from './generator';

/** The definitions as the program reads them at run time: all in one namespace, so that none is bundled twice. */
export const runtimeDefinitions: Generator = {
  name: 'definitions',
  generate: ({ source }) =>
    Promise.resolve([
      { path: 'src/core/schema/generated/definitions.json', content: JSON.stringify(source.definitions) },
    ]),
};
