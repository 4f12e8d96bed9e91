import assert from 'node:assert/strict';
import type { CapacityRow, CapacityView } from '../../../src/core/views/capacityModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { projectViewOf, viewOf } from './viewOf';

const people = `people:
  ana: { name: Ana Lima, capacity: 80% }
  ben: { name: Ben Ortiz, away: 2026-11-30..2026-12-04 }
  kinto: { name: Kinto AG, kind: supplier }
`;
const busy = `${people}team: { ben: { allocation: 100% } }
items:
  rules: { title: Rules, assignees: { ana: 80% }, start: 2026-11-23, end: 2026-11-27 }
  feed: { title: Feed, assignees: { ana: 40%, kinto: 100% }, start: 2026-11-23, end: 2026-12-04 }
`;

async function capacityOf(project: string, settings?: ViewSettings): Promise<CapacityView> {
  return projectViewOf('capacity', project, settings);
}

function rowOf(view: CapacityView, id: string): CapacityRow {
  const row = view.people.find((each) => each.id === id);
  assert.ok(row, id);
  return row;
}

/** What stands under the column of a label. */
function cellAt(view: CapacityView, id: string, label: string): CapacityRow['cells'][number] {
  const cell = rowOf(view, id).cells[view.columns.findIndex((column) => column.label === label)];
  assert.ok(cell, label);
  return cell;
}

describe('capacity of a project', () => {
  it('has weeks from that of today, or of the first work where that is later, and some beyond its end', async () => {
    const view = await capacityOf(busy);
    assert.deepEqual(
      view.columns.slice(0, 3).map(({ label, name }) => `${label} ${name}`),
      ['23 week of 23 Nov', '30 week of 30 Nov', '7 week of 7 Dec'],
    );
    assert.equal(view.columns.length, 12);
    assert.deepEqual(view.groups, [
      { title: 'November', columns: 2 },
      { title: 'December 2026', columns: 4 },
      { title: 'January', columns: 4 },
      { title: 'February', columns: 2 },
    ]);
    const begun = await capacityOf('items: { a: { title: A, assignees: ana, start: 2026-11-02, end: 2026-12-04 } }\n');
    assert.deepEqual([begun.columns[0]?.label, begun.columns[0]?.isNow], ['16', true]);
  });

  it('has all weeks of work that is past', async () => {
    const done = '{ title: A, assignees: ana, status: done, started: 2026-10-05, finished: 2026-10-16 }';
    const view = await capacityOf(`items: { a: ${done} }\n`);
    assert.equal(view.columns[0]?.label, '5');
    assert.equal(rowOf(view, 'ana').cells[0]?.kind, 'planned');
  });

  it('says of each week how full it is, and of what', async () => {
    const view = await capacityOf(busy);
    const cell = cellAt(view, 'ana', '23');
    assert.deepEqual([cell.kind, cell.percent, cell.text], ['over', 120, '120 %: 38.4 h planned of 32 h']);
    const { work } = rowOf(view, 'ana');
    assert.deepEqual(
      cell.parts.map((part) => `${work[part.work]?.title ?? ''} ${String(part.percent)} ${part.text}`),
      ['Rules 80 25.6 h', 'Feed 40 12.8 h'],
    );
    assert.deepEqual([cellAt(view, 'ana', '30').kind, cellAt(view, 'ana', '30').percent], ['planned', 40]);
    assert.deepEqual([cellAt(view, 'ana', '7').kind, cellAt(view, 'ana', '7').text], ['free', '0 %: 32 h free']);
    assert.deepEqual([cellAt(view, 'ben', '30').kind, cellAt(view, 'ben', '30').text], ['away', 'away']);
  });

  it('counts what other projects ask for', async () => {
    const view = await viewOf(
      {
        'a.project.yaml': `project: A\n${people}items: { a: { title: A, assignees: { ben: 60% }, start: 2026-11-23, end: 2026-11-27 } }\n`,
        'b.project.yaml':
          'project: B\nitems: { b: { title: B, assignees: { ben: 70% }, start: 2026-11-23, end: 2026-11-27 } }\n',
      },
      'capacity',
    );
    assert.ok(view.view === 'capacity');
    assert.equal(cellAt(view, 'ben', '23').percent, 130);
    assert.deepEqual(
      rowOf(view, 'ben').work.map(({ project, isElsewhere }) => [project, isElsewhere]),
      [
        ['B', true],
        ['A', undefined],
      ],
    );
  });

  it('has those of the team first, and last those without a limit', async () => {
    const view = await capacityOf(busy);
    assert.deepEqual(
      view.people.map(({ name, shortName, note, unlimited }) => [name, shortName, note, unlimited]),
      [
        ['Ben Ortiz', 'Ben', '100 % of full time', undefined],
        ['Ana Lima', 'Ana', '80 % of full time', undefined],
        ['Kinto AG', 'Kinto AG', 'supplier', 'No limit: 10 d of work planned'],
      ],
    );
    assert.deepEqual(rowOf(view, 'ana').entry?.path, ['people', 'ana']);
  });

  it('says who is over, who most of all, and how much is free', async () => {
    const { facts } = await capacityOf(busy);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      ['Over capacity: 1 person 1 week', 'Worst: Ana, week of 23 Nov, 120 %', 'Free in December: 36 d'],
    );
    const calm = await capacityOf(`${people}team: { ben: { allocation: 50% } }\n`);
    assert.deepEqual(calm.facts[0], { label: 'Over capacity', value: 'Nobody', state: 'on-track' });
  });

  it('goes by month where the reader asks for it', async () => {
    const view = await capacityOf(busy, { groupBy: 'month' });
    assert.deepEqual(
      view.columns.slice(0, 3).map(({ label, name }) => `${label} ${name}`),
      ['Nov November 2026', 'Dec December 2026', 'Jan January 2027'],
    );
    assert.equal(view.groups[0]?.title, '2026');
  });

  it('is filtered by person, by text of the work, and by what is over', async () => {
    const left = async (settings: ViewSettings): Promise<readonly string[]> =>
      (await capacityOf(busy, settings)).people.map(({ id }) => id);
    assert.deepEqual(await left({ filter: { owner: 'ben' } }), ['ben']);
    assert.deepEqual(await left({ filter: { text: 'feed' } }), ['ana', 'kinto']);
    assert.deepEqual(await left({ filter: { atRisk: true } }), ['ana']);
  });

  it('is empty while nobody does anything, and survives work without an end', async () => {
    const none = await capacityOf('items: { a: A }\n');
    assert.deepEqual([none.people, none.columns, none.groups, none.facts, none.options], [[], [], [], [], {}]);
    const endless = await capacityOf(
      'items: { a: { title: A, assignees: ana, start: 2026-11-23, duration: 99999w } }\n',
    );
    assert.ok(endless.columns.length <= 53);
  });
});
