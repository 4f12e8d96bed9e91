import assert from 'node:assert/strict';
import type { TimelineRow } from '../../src/core/views/model';
import { parentOf, rowName, shownRows } from '../../src/preview/timelineRows';
import { lanternTimeline, projectUri } from './harness/lantern';

function row(id: string, depth: number, details: Partial<TimelineRow> = {}): TimelineRow {
  return { entry: { uri: projectUri, path: ['items', id] }, id, kind: 'item', depth, title: id, ...details };
}

const tree = [row('a', 1), row('b', 2), row('c', 3), row('d', 2), row('e', 1), row('f', 2)];

describe('rows of a timeline', () => {
  it('are all shown while none is folded, each with its place among its siblings', () => {
    assert.deepEqual(
      shownRows(tree, new Set()).map(({ row: { id }, position, siblings, hasChildren }) => [
        id,
        position,
        siblings,
        hasChildren,
      ]),
      [
        ['a', 1, 2, true],
        ['b', 1, 2, true],
        ['c', 1, 1, false],
        ['d', 2, 2, false],
        ['e', 2, 2, true],
        ['f', 1, 1, false],
      ],
    );
  });

  it('are hidden below a folded one, with all that is below them', () => {
    const ids = (...folded: readonly string[]): string[] =>
      shownRows(tree, new Set(folded)).map(({ row: { id } }) => id);
    assert.deepEqual(ids('a'), ['a', 'e', 'f']);
    assert.deepEqual(ids('a', 'b'), ['a', 'e', 'f']);
    assert.deepEqual(ids('b', 'e'), ['a', 'b', 'd', 'e']);
    assert.deepEqual(ids('c'), ['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('know their parent', () => {
    assert.equal(parentOf(tree, 'c')?.id, 'b');
    assert.equal(parentOf(tree, 'd')?.id, 'a');
    assert.equal(parentOf(tree, 'e'), undefined);
    assert.equal(parentOf(tree, 'nobody'), undefined);
  });

  it('say in their name all that is drawn of them', () => {
    const name = (id: string): string | undefined => {
      const found = lanternTimeline.rows.find((candidate) => candidate.id === id);
      return found && rowName(found);
    };
    assert.equal(
      name('price-feed'),
      'Supplier price feed, In progress, 30 % done, 9 Sep 2026 to 23 Sep 2026, float until 9 Oct 2026, 12 d float, owner Kinto AG',
    );
    assert.equal(
      name('rename-states'),
      'Rename states in the export, To do, 8 Oct 2026 to 12 Oct 2026, no goal, owner Chika Obi',
    );
    assert.equal(name('discovery'), 'Discovery, Done, 100 % done, 3 Aug 2026 to 21 Aug 2026');
  });

  it('say where they have no dates, or only one', () => {
    assert.equal(rowName(row('a', 1)), 'a, no dates');
    assert.equal(rowName(row('a', 1, { kind: 'milestone' })), 'a, milestone, no date');
    assert.equal(rowName(row('a', 1, { end: '2026-09-01' })), 'a, until 1 Sep 2026');
  });
});
