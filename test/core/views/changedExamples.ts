import { readFileSync } from 'node:fs';
import fc from 'fast-check';

const names = [
  '.throughline.yaml',
  'larder.roadmap.yaml',
  'offline-stocktake.project.yaml',
  'supplier-ordering.project.yaml',
  'minimal/.throughline.yaml',
  'minimal/bakery.roadmap.yaml',
  'minimal/website.project.yaml',
];

/** The texts of the examples by their names. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries(
  names.map((name) => [name, readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8')]),
);

/** Those of them that have a view. */
export const viewed = names.filter((name) => !name.endsWith('.throughline.yaml'));

const pieces = fc.constantFrom(
  '',
  ':',
  '\n',
  '  ',
  '- ',
  '{',
  '[',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: *a\n',
  '|\n',
  '# ',
  '0',
  '\u0000',
  '🚀',
  'null',
  '2026-02-31',
);

const change = fc.record({
  name: fc.constantFrom(...viewed),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2000 })),
  put: fc.oneof(pieces, fc.string({ maxLength: 8 })),
  repeats: fc.boolean(),
});

/** The texts of the examples that a few changes leave otherwise: things cut out of them, put in, or repeated. */
export const changedExamples: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .array(change, { minLength: 1, maxLength: 4 })
  .map((changes) => {
    const texts = new Map<string, string>();
    for (const { name, at, length, put, repeats } of changes) {
      const text = texts.get(name) ?? examples[name] ?? '';
      const start = Math.floor(at * text.length);
      const cut = text.slice(start, start + length);
      texts.set(name, text.slice(0, start) + put + (repeats ? cut + cut : '') + text.slice(start + length));
    }
    return texts;
  });
