import assert from 'node:assert/strict';
import { assertRefactored, deskOf } from './refactoringIn';

const kind = 'refactor.rewrite.throughline.done';

async function titlesIn(text: string, name = 'shop.project.yaml'): Promise<readonly string[]> {
  return (await deskOf({ [name]: text }, kind)).titles;
}

describe('setting something to done', () => {
  it('gives an item its status, its day and all of its progress', async () => {
    await assertRefactored(
      'items:\n  api:\n    title: Payment <CURSOR>API\n    status: in-progress # by Dana\n    estimate: 5d\n    progress: 60% # roughly\n    acceptance: It works\n',
      kind,
      'Set “Payment API” to done, finished today',
      'items:\n  api:\n    title: Payment API\n    status: done # by Dana\n    estimate: 5d\n    progress: 100% # roughly\n    finished: 2026-05-04\n    acceptance: It works\n',
    );
  });

  it('writes an item that was a bare title in full', async () => {
    await assertRefactored(
      'items:\n  spike: Try <CURSOR>it # soon\n  api: API\n',
      kind,
      'Set “Try it” to done, finished today',
      'items:\n  spike:\n    title: Try it # soon\n    status: done\n    finished: 2026-05-04\n  api: API\n',
    );
  });

  it('stays within braces', async () => {
    await assertRefactored(
      'items: { api: { title: API, owner: b<CURSOR>ob }, spike: Try it }\n',
      kind,
      'Set “API” to done, finished today',
      'items: { api: { title: API, owner: bob, status: done, finished: 2026-05-04 }, spike: Try it }\n',
    );
  });

  it('speaks of each thing in its own words', async () => {
    const done = {
      'milestones:\n  live: { title: Live, date: 2026-05-02<CURSOR> }\n': [
        'Mark “Live” as reached today',
        'milestones:\n  live: { title: Live, date: 2026-05-02, reached: 2026-05-04 }\n',
      ],
      'risks:\n  late: <CURSOR>Too late\n': [
        'Close the risk “Too late”',
        'risks:\n  late:\n    title: Too late\n    status: closed\n',
      ],
      'issues:\n  bug:\n    title: A bug\n    status: open<CURSOR>\n': [
        'Mark the issue “A bug” as resolved',
        'issues:\n  bug:\n    title: A bug\n    status: resolved\n',
      ],
    } as const;
    for (const [text, [title, expected]] of Object.entries(done)) await assertRefactored(text, kind, title, expected);
  });

  it('does so in a roadmap too', async () => {
    const done = {
      'goals:\n  fast: <CURSOR>Fast\n': [
        'Mark the goal “Fast” as achieved',
        'goals:\n  fast:\n    title: Fast\n    status: achieved\n',
      ],
      'features:\n  one:\n    <CURSOR>title: One\n    status: planned\n': [
        'Mark the feature “One” as released',
        'features:\n  one:\n    title: One\n    status: released\n',
      ],
      'releases:\n  spring:\n    title: Spring\n    <CURSOR>date: 2026-05\n': [
        'Mark the release “Spring” as released',
        'releases:\n  spring:\n    title: Spring\n    date: 2026-05\n    status: released\n',
      ],
      'releases:\n  spring:\n    title: Spring\n    readiness:\n      help: { title: Help, due: 2026<CURSOR>-05 }\n': [
        'Mark “Help” as done',
        'releases:\n  spring:\n    title: Spring\n    readiness:\n      help: { title: Help, done: true, due: 2026-05 }\n',
      ],
    } as const;
    for (const [text, [title, expected]] of Object.entries(done))
      await assertRefactored(text, kind, title, expected, 'shop.roadmap.yaml');
  });

  it('is not offered for what is done, dropped, or follows from something else', async () => {
    const places = [
      'items:\n  a: { title: A<CURSOR>, status: done }\n',
      'items:\n  a: { title: A<CURSOR>, finished: 2026-05-01 }\n',
      'items:\n  a: { title: A<CURSOR>, status: dropped }\n',
      'items:\n  a: { title: A, status: dropped, items: { b: B<CURSOR> } }\n',
      'items:\n  a: { title: A<CURSOR>, started: 2026-05-05 }\n',
      'items:\n  a:\n    title: A<CURSOR>\n    items:\n      b: B\n',
      'milestones:\n  a: { title: A<CURSOR>, reached: 2026-05-01 }\n',
      'risks:\n  a: { title: A<CURSOR>, status: closed }\n',
      'issues:\n  a: { title: A<CURSOR>, status: resolved }\n',
      'manager: bob<CURSOR>\n',
    ];
    for (const text of places) assert.deepEqual(await titlesIn(text), [], text);
    for (const text of [
      'goals:\n  a: { title: A<CURSOR>, status: achieved }\n',
      'releases:\n  a: { title: A<CURSOR>, status: cancelled }\n',
    ])
      assert.deepEqual(await titlesIn(text, 'a.roadmap.yaml'), [], text);
  });

  it('leaves a feature to the items that deliver it', async () => {
    const roadmap = 'product: Shop\nfeatures:\n  one: { title: On<CURSOR>e, status: in-progress }\n';
    const project = (status: string): string =>
      `project: P\nitems:\n  a: { title: A, feature: one, status: ${status} }\n`;
    const open = await deskOf({ 'a.roadmap.yaml': roadmap, 'p.project.yaml': project('todo') }, kind);
    assert.deepEqual(open.titles, []);
    const done = await deskOf({ 'a.roadmap.yaml': roadmap, 'p.project.yaml': project('done') }, kind);
    assert.deepEqual(done.titles, ['Mark the feature “One” as released']);
  });

  it('is about the innermost thing', async () => {
    assert.deepEqual(
      await titlesIn(
        'items:\n  a:\n    title: A\n    items:\n      b:\n        title: B\n        acceptance: [it w<CURSOR>orks]\n',
      ),
      ['Set “B” to done, finished today'],
    );
  });

  it('is not offered where the first of two equal keys would be meant', async () => {
    assert.deepEqual(await titlesIn('items:\n  a: A\n  a: <CURSOR>Other\n'), []);
  });

  it('is not offered for what is written elsewhere too', async () => {
    for (const text of [
      'items:\n  a: &a { title: A<CURSOR> }\n  b: *a\n',
      'items:\n  a: &a { title: A }\n  b: *a<CURSOR>\n',
    ])
      assert.deepEqual(await titlesIn(text), [], text);
  });
});
