import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import type { PlanState } from '../../../src/core/service';
import type { SourceText } from '../../../src/core/text/sourceText';

export type Files = Readonly<Record<string, string>>;

/** A settings file has one name only, which would make a fixture's folder a plan. */
function planName(name: string): string {
  return name.endsWith('.throughline.yaml') ? '.throughline.yaml' : name;
}

/** The plan files of a folder of the repository, by their names. */
function filesIn(folder: string): Files {
  const url = new URL(`../../../${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [planName(name), readFileSync(new URL(name, url), 'utf8')]));
}

/** Plans that are there to be read. */
export const samplePlans: Readonly<Record<string, Files>> = {
  examples: filesIn('examples'),
  minimal: filesIn('examples/minimal'),
  all: filesIn('test/fixtures/format'),
};

const garbage = fc.constantFrom(
  ...[
    '',
    '"',
    "'",
    '{',
    '[',
    '}',
    ': ',
    '- ',
    '\n',
    '\r\n',
    '\t',
    '#',
    ' # ',
    '&a ',
    '*a',
    '<<: *a',
    '|',
    '>-',
    '!!x ',
    '? ',
  ],
  ...[
    '\ufeff',
    '🚀',
    '\ud83d',
    '---\n',
    '%YAML',
    '  ',
    'goal: [',
    'items:\n  a: {',
    '\u0000',
    '@',
    '`',
    'x'.repeat(300),
  ],
);

/** A plan with a wound in one of its files. */
export interface WoundedPlan {
  readonly files: Files;
  /** The file that is wounded, and where. */
  readonly name: string;
  readonly at: number;
}

const sources = Object.values(samplePlans).flatMap((files) => Object.keys(files).map((name) => [files, name] as const));

/** The samples, with something cut out of a file and something put in. */
export const woundedPlans: fc.Arbitrary<WoundedPlan> = fc
  .record({
    source: fc.nat(sources.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(Infinity)),
    insert: garbage,
  })
  .map(({ source, at, cut, insert }) => {
    const [files = {}, name = ''] = sources[source] ?? [];
    const text = files[name] ?? '';
    const start = Math.floor(at * text.length);
    const broken = `${text.slice(0, start)}${insert}${text.slice(Math.min(text.length, start + cut))}`;
    return { files: { ...files, [name]: broken }, name, at: start };
  });

export function sourceOf(state: PlanState, uri: string): SourceText {
  const source = state.plan.files.get(uri)?.document.source;
  assert.ok(source, uri);
  return source;
}

/** Fails for a range that is not of the text: one that reading it as offsets and back does not give again. */
export function assertInside(source: SourceText, range: Range): { start: number; end: number } {
  const span = { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  assert.ok(span.start <= span.end);
  assert.deepEqual(source.rangeAt(span), range);
  return span;
}
