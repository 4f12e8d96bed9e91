import assert from 'node:assert/strict';
import { deskOf } from './refactoringIn';

const kind = 'refactor.extract.throughline.project';

const roadmap =
  'product: Shop\nowner: alice\npeople:\n  alice: { name: Alice, role: product-manager }\n  bob: { name: Bob, role: project-manager }\n  ana: Ana\n  ben: Ben\ngoals:\n  fast: Buyers pay in a minute\n  loyal: Buyers come back\nfeatures:\n  one-click: { title: One click, goal: loyal }\nprograms:\n  season:\n    title: Season\n    manager: bob\n    milestones: { ready: { title: Ready, depends_on: launch/docs } }\n';

const project = (items: string): string =>
  [
    '# The launch.',
    'project: Launch',
    'manager: bob # since May',
    'goal: fast',
    'program: season',
    'start: 2026-05-04',
    'end: 2026-12-18',
    '',
    'calendar: { holidays: [2026-05-14] }',
    '',
    'team:',
    '  ana: { allocation: 50% } # mornings',
    '  ben: { allocation: 100% }',
    '  bob: { allocation: 20% }',
    '',
    'milestones:',
    '  live: { title: Live }',
    '',
    'items:',
    items,
  ].join('\n');

const items = [
  '  api: { title: Payment API, estimate: 3d, assignees: ben }',
  '<CURSOR>  # What buyers read.',
  '  docs:',
  '    title: "Documents" # all of them',
  '    depends_on: api',
  '    milestone: live',
  '    items:',
  '      guide: { title: Guide, estimate: 2d, assignees: ana }',
  '      terms:',
  '        title: Terms',
  '        estimate: 4d',
  '        assignees: ana',
  '        # throughline-disable-next-line inactive-goal -- agreed',
  '        depends_on: [guide SS+1d, launch/guide]<END>',
  '  review: { title: Review, estimate: 1d, depends_on: [docs, terms FF], assignees: ben }',
  '',
].join('\n');

const other =
  'project: Shop floor\nmanager: bob\ngoal: fast\nitems:\n  print: { title: Print, estimate: 1d, depends_on: launch/terms SS }\n';

const title = 'Move “Documents” to a project of its own: docs.project.yaml';

describe('moving items to a project of their own', () => {
  const files = { 'shop.roadmap.yaml': roadmap, 'launch.project.yaml': project(items), 'floor.project.yaml': other };

  it('makes a file of them, and keeps all references right', async () => {
    const after = (await deskOf(files, kind)).after(title);
    assert.equal(
      after['docs.project.yaml'],
      [
        'project: Documents',
        'manager: bob # since May',
        'goal: fast',
        'program: season',
        'start: 2026-05-04',
        'end: 2026-12-18',
        'calendar: { holidays: [2026-05-14] }',
        '',
        'team:',
        '  ana: { allocation: 50% } # mornings',
        '',
        'items:',
        '  # What buyers read.',
        '  docs:',
        '    title: "Documents" # all of them',
        '    depends_on: launch/api',
        '    milestone: launch/live',
        '    items:',
        '      guide: { title: Guide, estimate: 2d, assignees: ana }',
        '      terms:',
        '        title: Terms',
        '        estimate: 4d',
        '        assignees: ana',
        '        # throughline-disable-next-line inactive-goal -- agreed',
        '        depends_on: [guide SS+1d, guide]',
        '',
      ].join('\n'),
    );
    assert.equal(
      after['launch.project.yaml'],
      project(
        [
          '  api: { title: Payment API, estimate: 3d, assignees: ben }',
          '  review: { title: Review, estimate: 1d, depends_on: [docs/docs, docs/terms FF], assignees: ben }',
          '',
        ].join('\n'),
      ),
    );
    assert.equal(after['floor.project.yaml'], other.replace('launch/terms', 'docs/terms'));
    assert.equal(after['shop.roadmap.yaml'], roadmap.replace('launch/docs', 'docs/docs'));
  });

  it('does so with CRLF', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const plain = (await deskOf(files, kind)).after(title);
    const windows = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, crlf(text)]));
    const after = (await deskOf(windows, kind)).after(title);
    for (const [name, text] of Object.entries(plain)) assert.equal(after[name], crlf(text), name);
  });

  it('takes several, and gives the file a free name', async () => {
    const text = 'project: P\nmanager: bob\ngoal: fast\nitems:\n<CURSOR>  a: A\n\n  b: { title: B }\n<END>  c: C\n';
    const { titles, after } = await deskOf(
      { 'shop.roadmap.yaml': roadmap.replace('launch/docs', 'p/c'), 'p.project.yaml': text, 'a.project.yaml': '' },
      kind,
    );
    assert.deepEqual(titles, ['Move “A” and 1 more to a project of their own: a-2.project.yaml']);
    const made = after(titles[0] ?? '');
    assert.equal(
      made['a-2.project.yaml'],
      'project: A and 1 more\nmanager: bob\ngoal: fast\nitems:\n  a: A\n\n  b: { title: B }\n',
    );
    assert.equal(made['p.project.yaml'], 'project: P\nmanager: bob\ngoal: fast\nitems:\n  c: C\n');
  });

  it('writes down what items have from the items above them', async () => {
    const text =
      'project: P\nmanager: bob\ngoal: fast\nitems:\n    epic:\n        title: Epic\n        feature: one-click\n        release: spring\n        items:\n            <CURSOR>a: A # first<END>\n            b: B\n';
    const releases = `${roadmap.replace('launch/docs', 'p/b')}releases: { spring: { title: Spring, date: 2027 } }\n`;
    const { after } = await deskOf({ 'shop.roadmap.yaml': releases, 'p.project.yaml': text }, kind);
    assert.equal(
      after('Move “A” to a project of its own: a.project.yaml')['a.project.yaml'],
      'project: A\nmanager: bob\nitems:\n    a:\n        title: A # first\n        feature: one-click\n        release: spring\n',
    );
    const goal = text.replace('feature: one-click', 'goal: loyal');
    const own = await deskOf({ 'shop.roadmap.yaml': releases, 'p.project.yaml': goal }, kind);
    assert.match(own.after(own.titles[0] ?? '')['a.project.yaml'] ?? '', /goal: loyal\n {8}release: spring\n$/);
  });

  it('takes items in braces, and a team in braces', async () => {
    const text =
      'project: P\nmanager: bob\ngoal: fast\nteam: { ana: {}, ben: {} }\nitems: { <CURSOR>a: { title: A, owner: ana }<END>, b: { title: B, depends_on: a } }\n';
    const { after } = await deskOf(
      { 'shop.roadmap.yaml': roadmap.replace('launch/docs', 'p/b'), 'p.project.yaml': text },
      kind,
    );
    const made = after('Move “A” to a project of its own: a.project.yaml');
    assert.equal(
      made['a.project.yaml'],
      'project: A\nmanager: bob\ngoal: fast\nteam:\n  ana: {}\nitems:\n  a: { title: A, owner: ana }\n',
    );
    assert.equal(
      made['p.project.yaml'],
      'project: P\nmanager: bob\ngoal: fast\nteam: { ana: {}, ben: {} }\nitems: { b: { title: B, depends_on: a/a } }\n',
    );
  });

  it('takes the item at the cursor for who asks for it by its kind, and no other', async () => {
    const marked = {
      ...files,
      'launch.project.yaml': files['launch.project.yaml']
        .replace('<CURSOR>', '')
        .replace('<END>', '')
        .replace('title: Rev', 'title: Rev<CURSOR>'),
    };
    assert.deepEqual((await deskOf(marked, kind)).titles, [
      'Move “Review” to a project of its own: review.project.yaml',
    ]);
    const extracts = (await deskOf(marked, 'refactor', { only: undefined })).actions.filter(
      (action) => action.kind === kind,
    );
    assert.deepEqual(extracts, []);
  });

  describe('is not offered', () => {
    async function titlesIn(text: string, request = {}): Promise<readonly string[]> {
      return (
        await deskOf(
          { 'shop.roadmap.yaml': roadmap.replace('launch/docs', 'p/c'), 'p.project.yaml': text },
          kind,
          request,
        )
      ).titles;
    }
    const head = 'project: P\nmanager: bob\ngoal: fast\nitems:\n';
    const plain = `${head}<CURSOR>  a: A<END>\n  c: C\n`;

    it('to a client that makes no files', async () => {
      assert.equal((await titlesIn(plain)).length, 1);
      assert.deepEqual(await titlesIn(plain, { createFiles: false }), []);
      assert.deepEqual(await titlesIn(plain, { documentChanges: false }), []);
    });

    it('for a part of an item, for all of them, and for what is no item', async () => {
      for (const text of [
        `${head}  a: <CURSOR>A<END>\n  c: C\n`,
        `${head}  a:\n    <CURSOR>title: A\n  c:<END> C\n`,
        `${head}<CURSOR>  a: A\n  c: C<END>\n`,
        `${head}  p:\n    title: P\n    items:\n<CURSOR>      a: A<END>\n  c: C\n`,
        `<CURSOR>manager: bob<END>\n${head}  a: A\n  c: C\n`,
        `${head}  a: A\n  c: C\nrisks:\n<CURSOR>  r: R<END>\n`,
      ])
        assert.deepEqual(await titlesIn(text), [], text);
    });

    it('where a parent says when its children take place, or is waited for', async () => {
      const child = (more: string, after = ''): string =>
        `${head}  p:\n    title: P\n${more}    items:\n<CURSOR>      a: { title: A, estimate: 1d }<END>\n      b: { title: B, estimate: 1d }\n  c: C\n${after}`;
      assert.equal((await titlesIn(child(''))).length, 1);
      for (const more of ['sequential: true', 'start: 2026-06-01', 'depends_on: c', 'not_before: 2026-06-01'])
        assert.deepEqual(await titlesIn(child(`    ${more}\n`)), [], more);
      assert.deepEqual(await titlesIn(child('', '  d: { title: D, depends_on: p }\n')), []);
      assert.deepEqual(await titlesIn(child('    milestone: m\n', 'milestones: { m: M }\n')), []);
    });

    it('where something stands elsewhere too, or cannot be read', async () => {
      for (const text of [
        `${head}<CURSOR>  a: &a { title: A }<END>\n  c: C\n  d: *a\n`,
        `${head}<CURSOR>  a: A<END>\n  c: C\nrisks: [a\n`,
        `phase: closed\n${head}<CURSOR>  a: A<END>\n  c: C\n`,
        plain.replace('manager: bob', 'manager: &m bob\nsponsor: *m'),
        `${head}<CURSOR>  a: A<END>\n  c: { title: C, depends_on: "\\x61" }\n`,
      ])
        assert.deepEqual(await titlesIn(text), [], text);
    });

    it('where a rule would have more to say', async () => {
      assert.deepEqual(await titlesIn(plain.replace('manager: bob\n', '')), [], 'two projects without a manager');
      assert.deepEqual(await titlesIn(plain.replace('goal: fast\n', '')), [], 'two projects without a goal');
    });
  });
});
