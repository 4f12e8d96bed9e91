import assert from 'node:assert/strict';
import { assertRefactored, deskOf } from './refactoringIn';

const startAfter = 'refactor.rewrite.throughline.startAfter';
const writeDates = 'refactor.rewrite.throughline.writeDates';
const replaceDependency = 'refactor.rewrite.throughline.replaceDependency';

const head = 'project: P\nstart: 2026-05-04\nitems:\n';

async function titlesIn(items: string, kind: string, request = {}): Promise<readonly string[]> {
  return (await deskOf({ 'p.project.yaml': head + items }, kind, request)).titles;
}

describe('turning a date into a dependency', () => {
  it('has the start follow from the item that ends right before it', async () => {
    await assertRefactored(
      `${head}  spike: { title: Spike, estimate: 5d }\n  api:\n    title: API<CURSOR>\n    estimate: 2d\n    start: 2026-05-11 # after the spike\n    labels: [x]\n`,
      startAfter,
      'Start after “Spike”',
      `${head}  spike: { title: Spike, estimate: 5d }\n  api:\n    title: API\n    estimate: 2d\n    depends_on: spike\n    labels: [x]\n`,
    );
  });

  it('adds to what the item waits for, and stays within braces', async () => {
    await assertRefactored(
      `${head}  other: { title: Other, estimate: 1d }\n  spike: { title: Spike, estimate: 5d }\n  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11, depends_on: other }\n`,
      startAfter,
      'Start after “Spike”',
      `${head}  other: { title: Other, estimate: 1d }\n  spike: { title: Spike, estimate: 5d }\n  api: { title: API, estimate: 2d, depends_on: [other, spike] }\n`,
    );
  });

  it('only takes the date away where the item waits for that already', async () => {
    await assertRefactored(
      `${head}  spike: { title: Spike, estimate: 5d }\n  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11, depends_on: spike }\n`,
      startAfter,
      'Start after “Spike”',
      `${head}  spike: { title: Spike, estimate: 5d }\n  api: { title: API, estimate: 2d, depends_on: spike }\n`,
    );
  });

  it('lets the end go where the estimate gives it', async () => {
    await assertRefactored(
      `${head}  spike: { title: Spike, end: 2026-05-08, start: 2026-05-04 }\n  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11, end: 2026-05-12 }\n`,
      startAfter,
      'Start after “Spike”',
      `${head}  spike: { title: Spike, end: 2026-05-08, start: 2026-05-04 }\n  api: { title: API, estimate: 2d, depends_on: spike }\n`,
    );
  });

  it('keeps the end as a duration where nothing else gives it', async () => {
    const spike = '  spike: { title: Spike, estimate: 5d }\n';
    await assertRefactored(
      `${head}${spike}  api: { title: API<CURSOR>, start: 2026-05-11, end: 2026-05-13 }\n`,
      startAfter,
      'Start after “Spike”',
      `${head}${spike}  api: { title: API, duration: 3d, depends_on: spike }\n`,
    );
    await assertRefactored(
      `${head}${spike}  api: { title: API<CURSOR>, estimate: 1d, start: 2026-05-11, end: 2026-05-13 }\n`,
      startAfter,
      'Start after “Spike”',
      `${head}${spike}  api: { title: API, estimate: 1d, duration: 3d, depends_on: spike }\n`,
    );
  });

  it('offers first whose people go on with the item', async () => {
    const people = 'people: { ana: Ana, ben: Ben }\n';
    const { titles } = await deskOf(
      {
        'p.project.yaml': `${people}${head}  a: { title: A, estimate: 5d, assignees: ana }\n  b: { title: B, estimate: 5d, assignees: ben }\n  c: { title: C<CURSOR>, estimate: 1d, assignees: ana, start: 2026-05-11 }\n`,
      },
      startAfter,
    );
    assert.deepEqual(titles, ['Start after “A”', 'Start after “B”']);
  });

  it('is not offered where the dates would not stay', async () => {
    const spike = '  spike: { title: Spike, estimate: 5d }\n';
    const cases = {
      'a gap': `${spike}  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-12 }\n`,
      'an overlap': `${spike}  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-08 }\n`,
      'somebody who is busy':
        '  spike: { title: Spike, estimate: 5d }\n  long: { title: Long, estimate: 8d, assignees: ana, start: 2026-05-04 }\n  api: { title: API<CURSOR>, estimate: 2d, assignees: ana, start: 2026-05-11 }\n',
      'a ring':
        '  spike: { title: Spike, estimate: 1d, start: 2026-05-08, depends_on: api }\n  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11 }\n',
    };
    for (const [name, items] of Object.entries(cases)) assert.deepEqual(await titlesIn(items, startAfter), [], name);
  });

  it('is not offered for what has begun, is behind, states no start, or holds others', async () => {
    const spike = '  spike: { title: Spike, estimate: 5d }\n';
    const cases = [
      `${spike}  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11, status: in-progress }\n`,
      `${spike}  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11, status: dropped }\n`,
      `${spike}  api: { title: API<CURSOR>, estimate: 2d, depends_on: spike }\n`,
      '  spike: { title: Spike, estimate: 1d, finished: 2026-05-01 }\n  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-04 }\n',
      `${spike}  api: { title: API<CURSOR>, start: 2026-05-11, items: { b: { title: B, estimate: 1d } } }\n`,
    ];
    for (const items of cases) assert.deepEqual(await titlesIn(items, startAfter), [], items);
  });
});

describe('writing the computed dates', () => {
  const spike = '  spike: { title: Spike, estimate: 5d }\n';

  it('of an item', async () => {
    await assertRefactored(
      `${head}${spike}  api:\n    title: API<CURSOR>\n    estimate: 2d\n    depends_on: spike\n`,
      writeDates,
      'Write the computed dates of “API”: 11 May 2026 to 12 May 2026',
      `${head}${spike}  api:\n    title: API\n    estimate: 2d\n    start: 2026-05-11\n    end: 2026-05-12\n    depends_on: spike\n`,
    );
  });

  it('of an item that has one of them', async () => {
    await assertRefactored(
      `${head}  api: { title: API<CURSOR>, estimate: 2d, start: 2026-05-11 }\n`,
      writeDates,
      'Write the computed end of “API”: 12 May 2026',
      `${head}  api: { title: API, estimate: 2d, start: 2026-05-11, end: 2026-05-12 }\n`,
    );
  });

  it('of a milestone', async () => {
    const milestones = (live: string): string => `${head}${spike}milestones:\n  live: ${live}\n`;
    await assertRefactored(
      milestones('{ title: Live<CURSOR>, depends_on: spike }'),
      writeDates,
      'Write the computed date of “Live”: 8 May 2026',
      milestones('{ title: Live, date: 2026-05-08, depends_on: spike }'),
    );
  });

  it('is not offered where they are written, unknown or behind', async () => {
    const cases = [
      '  a: { title: A<CURSOR>, start: 2026-05-04, end: 2026-05-05 }\n',
      '  a: A<CURSOR>\n',
      '  a: { title: A<CURSOR>, estimate: 2d, status: done }\n',
      '  a: { title: A<CURSOR>, estimate: 2d, status: in-progress, started: 2026-05-01 }\n',
      '  a: A\nmilestones:\n  m: { title: M<CURSOR>, date: 2026-05-20 }\n',
      '  a: A\nmilestones:\n  m: { title: M<CURSOR>, reached: 2026-05-01 }\n',
    ];
    for (const items of cases) assert.deepEqual(await titlesIn(items, writeDates), [], items);
  });
});

describe('replacing a dependency by its date', () => {
  const items = (api: string): string =>
    `${head}  spike: { title: Spike, estimate: 5d }\n  other: { title: Other, estimate: 1d }\n  api: ${api}\n`;

  it('takes the dependency away and writes the start', async () => {
    await assertRefactored(
      items('{ title: API, estimate: 2d, depends_on: sp<CURSOR>ike }'),
      replaceDependency,
      'Replace the dependency on “Spike” by its date: 11 May 2026',
      items('{ title: API, estimate: 2d, start: 2026-05-11 }'),
    );
    await assertRefactored(
      items('{ title: API, estimate: 2d, depends_on: [other, sp<CURSOR>ike SS+1w] }'),
      replaceDependency,
      'Replace the dependency on “Spike” by its date: 11 May 2026',
      items('{ title: API, estimate: 2d, start: 2026-05-11, depends_on: [other] }'),
    );
  });

  it('is offered on the dependency alone', async () => {
    const desk = await deskOf(
      { 'p.project.yaml': items('{ title: A<CURSOR>PI, estimate: 2d, depends_on: spike }') },
      replaceDependency,
    );
    assert.deepEqual(desk.titles, []);
  });

  it('is not offered where the start is stated, or the reference leads nowhere', async () => {
    for (const api of [
      '{ title: API, estimate: 2d, start: 2026-05-12, depends_on: sp<CURSOR>ike }',
      '{ title: API, estimate: 2d, depends_on: no<CURSOR>thing }',
    ]) {
      const desk = await deskOf({ 'p.project.yaml': items(api) }, replaceDependency);
      assert.deepEqual(desk.titles, [], api);
    }
  });
});

describe('what has to be tried out on all dates of a plan', () => {
  const many = (count: number): string =>
    Array.from({ length: count }, (_, at) => `  i${String(at)}: { title: I, duration: 1d }\n`).join('');
  const api = '  api: { title: API<CURSOR>, estimate: 2d }\n';
  const title = 'Write the computed dates of “API”: 4 May 2026 to 5 May 2026';

  it('is offered in a small plan in passing, in a larger one to who asks for it, in a very large one not at all', async () => {
    for (const [count, isAutomatic, titles] of [
      [10, true, [title]],
      [1_200, true, []],
      [1_200, false, [title]],
      [6_000, false, []],
    ] as const)
      assert.deepEqual(await titlesIn(api + many(count), writeDates, { isAutomatic }), titles, String(count));
  });
});
