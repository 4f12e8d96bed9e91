import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService, type PlanService } from '../../../src/core/service';
import type { ViewName } from '../../../src/core/views/model';
import { viewTitles } from '../../../src/core/views/viewNames';

/** A file by its URI, and its text. */
export type Texts = ReadonlyMap<string, string>;

export const root = 'file:///plan';

/** A service that has read these files, on a day. */
export async function serviceOf(texts: Texts, today: string): Promise<PlanService> {
  const service = createPlanService({
    folders: () => [root],
    list: () => Promise.resolve([...texts.keys()]),
    read: (uris) => Promise.resolve(uris.map((uri) => texts.get(uri))),
    today: () => Temporal.PlainDate.from(today),
    holidays: () => Promise.resolve(noPublicHolidays),
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  await service.load();
  return service;
}

/** What people type in a plan, most of it in a text, and what breaks one. */
const typed = [
  'x',
  'e',
  ' ',
  '7',
  ' a word',
  '’s',
  '\u202e',
  'é',
  '-',
  ':',
  ': ',
  '"',
  "'",
  '#',
  ' # note',
  '\n',
  '\n  ',
  '\n    title: Another\n',
  '[',
  '}',
  ', ',
  'd',
  '2026-11-30',
  '&a ',
  '*a',
  '\n# throughline-disable-line\n',
  ' # throughline-ignore missing-goal',
  '~',
];

/** One edit, drawn without a look at the text: it can be applied to any. */
export interface DrawnEdit {
  readonly file: number;
  /** Which line, of those that have a text after a colon or of all, and how far along it. */
  readonly line: number;
  readonly along: number;
  readonly isInText: boolean;
  readonly length: number;
  readonly text: string;
}

/** How far along something is, each place as likely as any other: of floating-point numbers most are next to nothing. */
export const share = fc.noBias(fc.nat(9_999)).map((part) => part / 10_000);

export const drawnEdit: fc.Arbitrary<DrawnEdit> = fc.record({
  file: fc.nat(9),
  line: share,
  along: share,
  isInText: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 60 }),
  ),
  text: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('x', 'e', ' a', 'Shop', '9') }, fc.constantFrom(...typed, '')),
});

/** What an edit is in a text: the range that it replaces. */
export function rangeIn(text: string, { line, along, isInText, length }: DrawnEdit): Range {
  const lines = text.split('\n');
  const candidates = lines.flatMap((each, index) => (!isInText || /: *["']?[^\s#:][^:]*$/.test(each) ? [index] : []));
  const at = candidates[Math.floor(line * candidates.length)] ?? 0;
  const whole = (lines[at] ?? '').replace(/\r$/, '');
  const from = isInText ? whole.search(/: /) + 2 : 0;
  const character = from + Math.floor(along * (whole.length - from));
  const end = Math.min(whole.length, character + length);
  return { start: { line: at, character }, end: { line: at, character: end } };
}

export function textAfter(text: string, { start, end }: Range, inserted: string): string {
  const lines = text.split('\n');
  const offset = (at: Range['start']): number =>
    lines.slice(0, at.line).reduce((sum, each) => sum + each.length + 1, 0) + at.character;
  return text.slice(0, offset(start)) + inserted + text.slice(offset(end));
}

const names = Object.values(viewTitles).flatMap((titles) => Object.keys(titles) as ViewName[]);
const wholeFile: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const allLenses = { goals: true, releases: true, projects: true, people: true };

/** What is found in all files of a service: of form and references, of all else, and in all. */
export function findingsOf(service: PlanService): Readonly<Record<string, readonly Diagnostic[]>> {
  const uris = [...service.uris()].sort();
  // The first part is asked for before anything else is found.
  const firsts = new Map(uris.map((uri) => [uri, service.diagnostics(uri, { part: 'first' })]));
  return Object.fromEntries(
    uris.map((uri) => {
      const all = service.diagnostics(uri, {});
      const both = new Set([...(firsts.get(uri) ?? []), ...service.diagnostics(uri, { part: 'other' })].map(asText));
      assert.deepEqual(both, new Set(all.map(asText)), `the parts of what is found in ${uri}`);
      return [uri, all];
    }),
  );
}

function asText(diagnostic: Diagnostic): string {
  return JSON.stringify(diagnostic);
}

/** What else is said of each file: every view, and what stands beside its text. */
export function answersOf(service: PlanService): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...service.uris()].sort().map((uri) => {
      const views = names.map((name) => service.view(uri, name)?.data);
      const hints = service.inlayHints(uri, wholeFile, { dates: true, titles: true, forecast: false });
      const lenses = service.codeLenses(uri, allLenses);
      const hovers = (service.documentSymbols(uri) ?? []).map(({ selectionRange: { start } }) =>
        service.hover(uri, start),
      );
      return [uri, { views, hints, lenses, hovers, symbols: service.documentSymbols(uri) }];
    }),
  );
}
