import type { Generator } from './generator';

const folder = 'src/core/schema/generated';

/**
 * The definitions as the program reads them at run time: all in one namespace, so that none is bundled twice. Their
 * texts are a file of their own, which they hold the numbers of: a program that only checks plans never needs those.
 */
export const runtimeDefinitions: Generator = {
  name: 'definitions',
  generate: ({ source }) => {
    const texts: string[] = [];
    const definitions = withoutTexts(source.definitions, texts);
    return Promise.resolve([
      { path: `${folder}/definitions.json`, content: JSON.stringify(definitions) },
      { path: `${folder}/texts.json`, content: JSON.stringify(texts) },
    ]);
  },
};

/** The value with a number in place of each text that is for people; the texts are added to the list. */
function withoutTexts(value: unknown, texts: string[], keyword?: string): unknown {
  const numberOf = (text: unknown): number => {
    const known = texts.indexOf(String(text));
    return known < 0 ? texts.push(String(text)) - 1 : known;
  };
  if (keyword === 'description') return numberOf(value);
  if (keyword === 'enumDescriptions') return (value as readonly unknown[]).map(numberOf);
  // What a plan may say there is no text of the format.
  if (keyword === 'examples' || keyword === 'default') return value;
  if (Array.isArray(value)) return value.map((entry) => withoutTexts(entry, texts));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (keyword === 'x-values') return Object.fromEntries(entries.map(([key, text]) => [key, numberOf(text)]));
  // The names of properties are no keywords, whatever they are.
  const isNamed = keyword === 'properties';
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutTexts(each, texts, isNamed ? undefined : key)]));
}
