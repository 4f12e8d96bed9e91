import assert from 'node:assert/strict';
import { assertRefactored, deskOf } from './refactoringIn';

const kind = 'refactor.rewrite.throughline.sort';

async function titlesIn(text: string, name = 'shop.project.yaml'): Promise<readonly string[]> {
  return (await deskOf({ [name]: text }, kind)).titles;
}

describe('sorting entries', () => {
  it('puts items in the order of their stated dates, else of those of the schedule', async () => {
    await assertRefactored(
      'project: P\nstart: 2026-05-04\nite<CURSOR>ms:\n  late: { title: Late, estimate: 1d, depends_on: first }\n  # about the dated one\n  dated: { title: Dated, start: 2026-05-05, end: 2026-05-06 }\n\n  first:\n    title: First # now\n    estimate: 3d\n  none: { title: Unknown }\n',
      kind,
      'Sort the items by date',
      'project: P\nstart: 2026-05-04\nitems:\n  first:\n    title: First # now\n    estimate: 3d\n  # about the dated one\n  dated: { title: Dated, start: 2026-05-05, end: 2026-05-06 }\n\n  late: { title: Late, estimate: 1d, depends_on: first }\n  none: { title: Unknown }\n',
    );
  });

  it('puts items in the order of their priorities, those without one last', async () => {
    await assertRefactored(
      'items:\n  a: A<CURSOR>\n  b: { title: B, priority: could }\n  c: { title: C, priority: must }\n  d: D\n  e: { title: E, priority: could }\n',
      kind,
      'Sort the items by priority',
      'items:\n  c: { title: C, priority: must }\n  b: { title: B, priority: could }\n  e: { title: E, priority: could }\n  a: A\n  d: D\n',
    );
  });

  it('knows the dates of other things', async () => {
    await assertRefactored(
      'milestones:\n  live: { title: Live, date: 2026-06-01 }\n  scope<CURSOR>: { title: Scope, date: 2026-05-01 }\n',
      kind,
      'Sort the milestones by date',
      'milestones:\n  scope: { title: Scope, date: 2026-05-01 }\n  live: { title: Live, date: 2026-06-01 }\n',
    );
    await assertRefactored(
      'releases:\n  spring:\n    title: Spring\n    readiness:\n      help: { title: Help<CURSOR>, due: 2026-06 }\n      films: { title: Films, due: 2026-05-20 }\n',
      kind,
      'Sort the readiness checks of “Spring” by date',
      'releases:\n  spring:\n    title: Spring\n    readiness:\n      films: { title: Films, due: 2026-05-20 }\n      help: { title: Help, due: 2026-06 }\n',
      'shop.roadmap.yaml',
    );
    await assertRefactored(
      'profit_and_loss<CURSOR>:\n  2026-Q4: {}\n  2026-H1: {}\n  2026-Q1: {}\n',
      kind,
      'Sort the periods by date',
      'profit_and_loss:\n  2026-Q1: {}\n  2026-H1: {}\n  2026-Q4: {}\n',
      'shop.roadmap.yaml',
    );
  });

  it('is about the innermost map, on its key and inside it', async () => {
    const text = (at: number): string => {
      const lines = [
        'items:',
        '  b: { title: B, priority: should }',
        '  a:',
        '    title: Parent',
        '    priority: must',
        '    items:',
        '      d: { title: D, priority: could }',
        '      c: { title: C, priority: must }',
      ];
      return lines.map((line, index) => (index === at ? line.replace(/(\w)(:)/, '$1<CURSOR>$2') : line)).join('\n');
    };
    const [outer, inner] = ['Sort the items by priority', 'Sort the items of “Parent” by priority'];
    for (const at of [0, 1, 2, 3]) assert.deepEqual(await titlesIn(text(at)), [outer], String(at));
    for (const at of [5, 6, 7]) assert.deepEqual(await titlesIn(text(at)), [inner], String(at));
  });

  it('is not offered where the order says something, or is there already', async () => {
    const entries = 'b: { title: B, priority: could<CURSOR> }\n      a: { title: A, priority: must }\n';
    const parent = (more: string): string => `items:\n  p:\n    title: P\n${more}    items:\n      ${entries}`;
    assert.deepEqual(await titlesIn(parent('')), ['Sort the items of “P” by priority']);
    assert.deepEqual(await titlesIn(parent('    sequential: true\n')), []);
    assert.deepEqual(
      await titlesIn('items:\n  a: { title: A, priority: must<CURSOR> }\n  b: { title: B, priority: could }\n'),
      [],
    );
    assert.deepEqual(await titlesIn('items:\n  a: { title: A, priority: must<CURSOR> }\n  b: B\n'), []);
    assert.deepEqual(await titlesIn('items:\n  b: B<CURSOR>\n  a: A\n'), []);
    assert.deepEqual(await titlesIn('people:\n  b: B<CURSOR>\n  a: A\n'), []);
  });

  it('is not offered where entries cannot be told apart for certain', async () => {
    const unsure = [
      'items: { b: { title: B, priority: could<CURSOR> }, a: { title: A, priority: must } }\n',
      'items:\n  b: { title: B, priority: could<CURSOR> }\n\n  # Part two\n\n  a: { title: A, priority: must }\n',
      'items:\n  b: &b { title: B, priority: could<CURSOR> }\n  a: { title: A, priority: must }\nx-b: *b\n',
      'items:\n  b: { title: B, priority: could<CURSOR> }\n  a: { title: A, priority: must }\n  b: { title: C }\n',
    ];
    for (const text of unsure) assert.deepEqual(await titlesIn(text), [], text);
  });
});
