import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { Item } from '../../../../src/core/plan/generated/entities';
import { PlanSet } from '../../../../src/core/plan/planSet';
import { oneChange } from '../../plan/oneChange';
import { scheduleReading } from './readings';

const text = `project: P
start: 2026-05-04
team: { ana: { allocation: 50% } }
milestones:
  launch: { title: Launch }
items:
  design:
    title: Design
    items:
      draft: { title: Draft, estimate: 2d, assignees: ana }
      review: { title: Review, estimate: 1d, depends_on: draft }
  build:
    title: Build
    depends_on: design
    estimate: 5d
  test:
    title: Test
    estimate: 3d
    depends_on: build
    milestone: launch
  train:
    title: Train
    estimate: 1d
`;

/** Which entries of the network of a project are read anew by an edit; checks that its schedule is as if all were. */
function readAnew(edit: (text: string) => string, before = text): readonly string[] {
  const set = new PlanSet();
  set.setFolders(['file:///plan']);
  const uri = 'file:///plan/p.project.yaml';
  set.setText(uri, before);
  const analysis = (known?: PlanAnalysis): PlanAnalysis => {
    const [plan] = set.plans;
    assert.ok(plan);
    return new PlanAnalysis(plan, Temporal.PlainDate.from('2026-05-04'), undefined, known);
  };
  const first = analysis();
  const known = entriesOf(first);
  const after = edit(before);
  assert.notEqual(after, before);
  set.edit(uri, [oneChange(before, after)]);
  const now = analysis(first);
  const read = entriesOf(now).filter((entry) => !known.includes(entry));
  assert.deepEqual(scheduleReading(now), scheduleReading(analysis()));
  return read.map(({ entry }) => entry.id);
}

function entriesOf({ schedule }: PlanAnalysis) {
  assert.equal(schedule.parts.length, 1);
  return schedule.parts.flatMap(({ files }) => files.flatMap(({ entries }) => entries.all));
}

describe('the schedule of a project that another one waits for', () => {
  it('leaves that of the other alone where nothing moves that it waits for', () => {
    const set = new PlanSet();
    set.setFolders(['file:///plan']);
    const uri = 'file:///plan/p.project.yaml';
    set.setText(uri, text);
    const other = 'items: { next: { title: Next, estimate: 2d, depends_on: p/test } }';
    set.setText('file:///plan/q.project.yaml', `project: Q\nstart: 2026-05-04\n${other}\n`);
    const [plan] = set.plans;
    assert.ok(plan);
    const today = Temporal.PlainDate.from('2026-05-04');
    const next = (analysis: PlanAnalysis) => {
      const work = plan.files.get('file:///plan/q.project.yaml')?.definitions.find(({ id }) => id === 'next');
      assert.ok(work?.kind === 'item');
      return analysis.schedule.of(work as Item);
    };
    const first = new PlanAnalysis(plan, today);
    const known = next(first);
    assert.equal(known?.driver?.kind, 'dependency');
    set.edit(uri, [oneChange(text, text.replace('estimate: 1d\n', 'estimate: 2d\n'))]);
    const now = new PlanAnalysis(plan, today, undefined, first);
    assert.equal(next(now), known);
    assert.deepEqual(scheduleReading(now), scheduleReading(new PlanAnalysis(plan, today)));
  });
});

describe('the network of an edited project', () => {
  it('is read anew where an estimate changes, and where somebody waits for that', () => {
    assert.deepEqual(
      readAnew((old) => old.replace('estimate: 5d', 'estimate: 8d')),
      ['build', 'test'],
    );
    assert.deepEqual(
      readAnew((old) => old.replace('estimate: 1d }', 'estimate: 4d }').replace('estimate: 1d\n', 'estimate: 2d\n')),
      ['train'],
    );
  });

  it('keeps what stands behind an entry that comes, goes or gets longer', () => {
    const other = '  other: { title: Other, estimate: 2d, items: { one: One, two: Two } }\n';
    assert.deepEqual(
      readAnew((old) => old.replace('  design:\n', `${other}  design:\n`)),
      ['other'],
    );
    assert.deepEqual(
      readAnew((old) => old.replace(other, ''), text.replace('  design:\n', `${other}  design:\n`)),
      [],
    );
    assert.deepEqual(
      readAnew((old) => old.replace('    title: Build\n', '    title: Build\n    items: { api: { estimate: 2d } }\n')),
      ['build', 'test'],
    );
  });

  it('is read anew where a name leads elsewhere', () => {
    assert.deepEqual(
      readAnew((old) => old.replace('  build:', '  making:')),
      ['making', 'test'],
    );
    // The first of two namesakes is meant.
    const namesakes = `${text}  more: { title: More, items: { build: { title: Another, estimate: 1d } } }\n`;
    assert.deepEqual(
      readAnew((old) => old.replace('  build:\n    title: Build', '  built:\n    title: Build'), namesakes),
      ['built', 'test'],
    );
    assert.deepEqual(
      readAnew((old) => old.replace('launch: { title: Launch }', 'launch: { title: Launch, date: 2026-07-01 }')),
      ['test', 'launch'],
    );
  });

  it('is read anew where somebody waits for the start of what is in it, and where nobody does any more', () => {
    const waiting = text.replace('estimate: 1d\n', 'estimate: 1d\n    depends_on: design SS\n');
    assert.deepEqual(
      readAnew(() => waiting),
      ['design', 'train'],
    );
    assert.deepEqual(
      readAnew(() => text, waiting),
      ['design', 'train'],
    );
  });

  it('is read anew as a whole where the team, the calendar or the first day changes', () => {
    const all = ['design', 'build', 'test', 'train', 'launch'];
    for (const [from, to] of [
      ['allocation: 50%', 'allocation: 80%'],
      ['start: 2026-05-04', 'start: 2026-05-11'],
      ['team:', 'calendar: { workdays: [mon, tue] }\nteam:'],
    ] as const)
      assert.deepEqual(
        readAnew((old) => old.replace(from, to)),
        all,
      );
  });
});
