import assert from 'node:assert/strict';
import { itemTree, topItems } from '../../../src/core/analysis/lineage';
import { projectProgress, type Progress, type ProjectProgress } from '../../../src/core/analysis/progress';
import type { ProjectFile } from '../../../src/core/plan/planFile';
import { planFrom } from '../planFrom';

interface Read {
  readonly progress: ProjectProgress;
  readonly of: (id: string) => Progress;
  /** `status percent`, the percent rounded. */
  readonly text: (id: string) => string;
}

async function read(items: string, rest = ''): Promise<Read> {
  const plan = await planFrom({ 'a.project.yaml': `project: A\n${rest}items:\n${items}` });
  const file = plan.service.file(plan.uri('a.project.yaml')) as ProjectFile;
  const progress = projectProgress(plan.state().plan, file);
  const byId = new Map([...itemTree(topItems(file))].map((item) => [item.id, item]));
  const of = (id: string): Progress => {
    const item = byId.get(id);
    const known = item && progress.of(item);
    assert.ok(known, `no item ${id}`);
    return known;
  };
  return { progress, of, text: (id) => textOf(of(id)) };
}

function textOf({ status, progress }: Progress): string {
  return `${status} ${String(Math.round(progress * 100))}`;
}

const day = 480;

describe('progress of an item without children', () => {
  it('is what it says, all where it is done, and nothing where it says nothing', async () => {
    const { text } = await read(`  none: Nothing said
  some: { title: S, status: in-progress, progress: 40% }
  done: { title: D, status: done }
  nearly: { title: N, status: done, progress: 90% }
  finished: { title: F, finished: 2026-05-01, progress: 90% }
  begun: { title: B, progress: 25% }
  stuck: { title: S, status: blocked, progress: 10% }
  dropped: { title: X, status: dropped, progress: 10% }
`);
    assert.equal(text('none'), 'todo 0');
    assert.equal(text('finished'), 'done 100');
    assert.equal(text('some'), 'in-progress 40');
    assert.equal(text('done'), 'done 100');
    assert.equal(text('nearly'), 'done 100');
    assert.equal(text('begun'), 'todo 25');
    assert.equal(text('stuck'), 'blocked 10');
    assert.equal(text('dropped'), 'dropped 10');
  });

  it('takes a status or a share that makes no sense for none', async () => {
    const { text } = await read(`  a: { title: A, status: wip, progress: 140% }
  b: { title: B, status: [done], progress: 60 }
`);
    assert.equal(text('a'), 'todo 0');
    assert.equal(text('b'), 'todo 0');
  });
});

describe('weight of an item without children', () => {
  it('is its estimate, of three points their PERT mean', async () => {
    const { of } = await read(`  flat: { title: A, estimate: 3d }
  weeks: { title: B, estimate: 2w }
  points: { title: C, estimate: { optimistic: 3d, likely: 5d, pessimistic: 13d } }
  half: { title: D, estimate: { likely: 5d } }
`);
    assert.equal(of('flat').weight, 3 * day);
    assert.equal(of('weeks').weight, 10 * day);
    assert.equal(of('points').weight, 6 * day);
    assert.equal(of('half').weight, 5 * day);
  });

  it('is else its size, in the sizes of the project', async () => {
    const items = ['XS', 'S', 'M', 'L', 'XL'].map((size) => `  ${size}: { title: A, size: ${size} }\n`).join('');
    const standard = await read(items);
    assert.deepEqual(
      ['XS', 'S', 'M', 'L', 'XL'].map((size) => standard.of(size).weight / day),
      [1, 2, 5, 10, 20],
    );
    const own = await read(items, 'sizes: { M: 1w, L: 2w, XXL: 9w, S: big }\n');
    assert.deepEqual(
      ['XS', 'S', 'M', 'L', 'XL'].map((size) => own.of(size).weight / day),
      [1, 2, 5, 10, 20],
    );
    assert.equal((await read(items, 'sizes: { M: 8d }\n')).of('M').weight, 8 * day);
  });

  it('is else the working length of its dates, else its duration', async () => {
    const { of } = await read(
      `  dates: { title: A, start: 2026-11-02, end: 2026-11-10 }
  begun: { title: B, started: 2026-11-03, end: 2026-11-04 }
  over: { title: C, started: 2026-11-02, finished: 2026-11-02 }
  estimated: { title: D, estimate: 1d, start: 2026-11-02, end: 2026-11-10 }
  lasting: { title: E, start: 2026-11-02, duration: 4d }
`,
      'calendar: { holidays: 2026-11-05 }\n',
    );
    assert.equal(of('dates').weight, 6 * day);
    assert.equal(of('begun').weight, 2 * day);
    assert.equal(of('over').weight, 1 * day);
    assert.equal(of('estimated').weight, 1 * day);
    assert.equal(of('lasting').weight, 4 * day);
  });

  it('is else the median of the others, and one day where none has any', async () => {
    const even = await read(`  a: { title: A, estimate: 1d }
  b: { title: B, estimate: 4d }
  c: { title: C, estimate: 40d, status: dropped }
  x: Unknown
  reversed: { title: R, start: 2026-11-10, end: 2026-11-02 }
  weekend: { title: W, start: 2026-11-07, end: 2026-11-08 }
`);
    assert.deepEqual(
      ['x', 'reversed', 'weekend'].map((id) => even.of(id).weight / day),
      [2.5, 2.5, 2.5],
    );
    const odd = await read(
      '  a: { title: A, size: S }\n  b: { title: B, estimate: 9d }\n  c: { title: C, estimate: 3d }\n  x: X\n',
    );
    assert.equal(odd.of('x').weight, 3 * day);
    assert.equal((await read('  x: X\n')).of('x').weight, day);
    assert.equal((await read('  x: X\n', 'calendar: { hours_per_day: 6 }\n')).of('x').weight, 360);
  });
});

describe('progress of an item with children', () => {
  it('is that of its children by their weight', async () => {
    const { text, of, progress } = await read(`  top:
    title: Top
    status: todo
    progress: 90%
    items:
      a: { title: A, status: done, estimate: 1d }
      b: { title: B, status: in-progress, progress: 50%, estimate: 6d }
      c: { title: C, estimate: 1d }
`);
    assert.equal(text('top'), 'in-progress 50');
    assert.equal(of('top').weight, 8 * day);
    assert.ok(progress.total);
    assert.equal(textOf(progress.total), 'in-progress 50');
    assert.equal(progress.doneLeaves, 1);
    assert.equal(progress.leaves, 3);
  });

  it('is done when all of them are, in progress when any has begun, else to do', async () => {
    const child = (...details: readonly string[]): string =>
      `  top:\n    title: T\n    items:\n${details.map((detail, index) => `      c${String(index)}: { title: C, ${detail} }\n`).join('')}`;
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['status: done', 'status: done'], 'done 100'],
      [['status: done', 'status: todo'], 'in-progress 50'],
      [['status: blocked', 'status: todo'], 'in-progress 0'],
      [['status: todo', 'progress: 20%'], 'in-progress 10'],
      [['status: todo', 'status: todo'], 'todo 0'],
      [['status: done', 'status: dropped'], 'done 100'],
      [['status: todo', 'status: dropped'], 'todo 0'],
      [['status: dropped', 'status: dropped'], 'dropped 0'],
    ];
    for (const [details, expected] of cases) {
      assert.equal((await read(child(...details))).text('top'), expected, details.join(' | '));
    }
  });

  it('counts its own estimate only where nothing under it has one', async () => {
    const nested = (inner: string): string => `  top:
    title: Top
    estimate: 20d
    items:
      middle: { title: M, items: { a: { title: A, status: done }, b: { title: B${inner} } } }
  other: { title: O, estimate: 10d }
`;
    const own = await read(nested(''));
    assert.equal(own.of('top').weight, 20 * day);
    assert.equal(own.of('top').effort, 20 * day);
    assert.equal(own.text('top'), 'in-progress 50');
    assert.ok(own.progress.total);
    assert.equal(textOf(own.progress.total), 'in-progress 33');
    const below = await read(nested(', estimate: 5d'));
    // The child without an estimate weighs the median of 5 and 10 days.
    assert.equal(below.of('top').weight, 12.5 * day);
    assert.equal(below.of('top').effort, 5 * day);
  });

  it('counts alike what weighs nothing', async () => {
    const { text } = await read(
      '  top: { title: T, items: { a: { title: A, estimate: 0d, status: done }, b: { title: B, estimate: 0d } } }\n',
    );
    assert.equal(text('top'), 'in-progress 50');
  });

  it('is all only when all is done', async () => {
    const { of } = await read(`  top:
    title: T
    items: { a: { title: A, status: done }, b: { title: B, status: done }, c: { title: C, status: done } }
`);
    assert.equal(of('top').progress, 1);
  });

  it('takes nothing from what was dropped with it, and keeps what was done', async () => {
    const { text, progress } = await read(`  gone:
    title: G
    status: dropped
    items: { a: { title: A, status: done }, b: { title: B, status: in-progress, progress: 50% } }
  rest: { title: R }
`);
    assert.equal(text('gone'), 'dropped 75');
    assert.equal(text('a'), 'done 100');
    assert.equal(text('b'), 'dropped 50');
    assert.ok(progress.total);
    assert.equal(textOf(progress.total), 'todo 0');
    assert.equal(progress.leaves, 1);
  });
});

describe('progress of a project', () => {
  it('is unknown while nothing counts', async () => {
    assert.equal((await read('')).progress.total, undefined);
    assert.equal((await read('  a: { title: A, status: dropped }\n')).progress.total, undefined);
  });

  it('is a share between nothing and all, whatever is written', async () => {
    const { progress } = await read(`  a: { title: A, estimate: 100000mo, progress: 30% }
  b: { title: B, estimate: 1200mo, progress: 30% }
  c: { title: C, estimate: -5d, size: XXXL, duration: 0d }
  d: { title: D, estimate: { optimistic: 9d, likely: x, pessimistic: 1d } }
  e:
`);
    assert.ok(progress.total);
    assert.ok(progress.total.progress >= 0 && progress.total.progress <= 1);
    assert.ok(Number.isFinite(progress.total.weight));
  });
});
